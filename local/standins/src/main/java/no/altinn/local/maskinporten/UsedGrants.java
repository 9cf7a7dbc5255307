package no.altinn.local.maskinporten;

import no.altinn.local.oauth.OAuthError;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * Which grants have been used, for as long as they would still be accepted. It is kept in memory: a
 * restart forgets what was used in the seconds before it. Thread-safe.
 */
final class UsedGrants {
    // With ids of 255 characters some 25 MB; a grant stays for some twenty seconds.
    private static final int MOST = 50_000;

    /** Ids of different clients have nothing to do with each other. */
    private record Key(String client, String id) {}

    private record Used(Key key, Instant end) {}

    // Both are guarded by this, and hold the same grants.
    private final Set<Key> keys = new HashSet<>();
    private final Queue<Used> byEnd = new PriorityQueue<>(Comparator.comparing(Used::end));

    // Guarded by this. Whatever ends until then may have been forgotten.
    private Instant forgottenUntil = Instant.MIN;

    private final int most;
    private final Clock clock;

    UsedGrants(Clock clock) {
        this(MOST, clock);
    }

    /**
     * @param most how many are remembered at once
     */
    UsedGrants(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    /**
     * Remembers a grant as used.
     *
     * @param id the grant's {@code jti}
     * @param end from when on it is not accepted for other reasons
     * @throws OAuthError if it was used before or has ended, or there are too many to remember
     *     another
     */
    synchronized void use(String client, String id, Instant end) throws OAuthError {
        // Not the time at which the grant was verified: a request that waited since then could use
        // again what has been forgotten meanwhile.
        Instant now = clock.instant();
        while (!byEnd.isEmpty() && !byEnd.peek().end().isAfter(now)) {
            Used ended = byEnd.remove();
            keys.remove(ended.key());
            forgottenUntil = ended.end();
        }
        // The latter for a clock that was set back.
        if (!end.isAfter(now) || !end.isAfter(forgottenUntil)) {
            throw Refusal.expired();
        }
        Key key = new Key(client, id);
        if (keys.contains(key)) {
            throw Refusal.usedBefore();
        }
        if (keys.size() >= most) {
            throw Refusal.tooMany();
        }
        keys.add(key);
        byEnd.add(new Used(key, end));
    }
}
