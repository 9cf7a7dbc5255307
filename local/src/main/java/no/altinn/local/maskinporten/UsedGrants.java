package no.altinn.local.maskinporten;

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

    private final int most;

    UsedGrants() {
        this(MOST);
    }

    /**
     * @param most how many are remembered at once
     */
    UsedGrants(int most) {
        this.most = most;
    }

    /**
     * Remembers a grant as used.
     *
     * @param id the grant's {@code jti}
     * @param end from when on it is not accepted for other reasons
     * @throws GrantRefused if it was used before, or there are too many to remember another
     */
    synchronized void use(String client, String id, Instant now, Instant end) throws GrantRefused {
        while (!byEnd.isEmpty() && !byEnd.peek().end().isAfter(now)) {
            keys.remove(byEnd.remove().key());
        }
        Key key = new Key(client, id);
        if (keys.contains(key)) {
            throw GrantRefused.usedBefore();
        }
        if (keys.size() >= most) {
            throw GrantRefused.tooMany();
        }
        keys.add(key);
        byEnd.add(new Used(key, end));
    }
}
