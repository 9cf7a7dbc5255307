package no.altinn.rest.login;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Logins that failed, by the name that was given, whether there is such a user or not. The fifth
 * failure within 15 minutes locks the name for a minute. Each failure within 15 minutes after a
 * lock locks the name again for twice as long, up to an hour. A login that succeeds clears all. The
 * names themselves are not kept. Thread-safe.
 */
final class Failures {
    static final int MOST = 5;
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofHours(1);

    private static final String PREFIX = "failures-";
    private static final String TIMES = "Times";
    private static final String LOCKED = "Locked";
    private static final String UNTIL = "Until";

    /** Writers of one name at once; each round one of them has written. */
    private static final int TRIES = 20;

    private final Entries logins;
    private final Clock clock;

    Failures(Entries logins, Clock clock) {
        this.logins = logins;
        this.clock = clock;
    }

    /**
     * What is kept of a name.
     *
     * @param times of failures since the last lock, seconds since 1970
     * @param locked for how many seconds the last lock was; 0 for none yet
     * @param until when the last lock ends, seconds since 1970
     */
    private record Kept(List<Long> times, long locked, long until) {
        private static final Kept NOTHING = new Kept(List.of(), 0, 0);

        static Kept of(JsonNode head) {
            List<Long> times = new ArrayList<>();
            head.path(TIMES).forEach(time -> times.add(time.longValue()));
            return new Kept(times, head.path(LOCKED).longValue(), head.path(UNTIL).longValue());
        }

        /** The same without what is too old to count. */
        Kept at(long now) {
            if (locked > 0) {
                return now < until + WINDOW.toSeconds() ? this : NOTHING;
            }
            return new Kept(
                    times.stream().filter(time -> time > now - WINDOW.toSeconds()).toList(), 0, 0);
        }

        Kept failed(long now) {
            List<Long> more = new ArrayList<>(times);
            more.add(now);
            if (locked == 0 && more.size() < MOST) {
                return new Kept(more, 0, 0);
            }
            long next =
                    locked == 0 ? SHORTEST.toSeconds() : Math.min(2 * locked, LONGEST.toSeconds());
            return new Kept(List.of(), next, now + next);
        }

        Instant expires(long now) {
            return Instant.ofEpochSecond(Math.max(now, until)).plus(WINDOW);
        }

        ObjectNode head() {
            ObjectNode head = Json.object().put(LOCKED, locked).put(UNTIL, until);
            ArrayNode kept = head.putArray(TIMES);
            times.forEach(kept::add);
            return head;
        }
    }

    /**
     * Checks that a name is not locked.
     *
     * @return whether there are failures to be cleared
     * @throws LockedOut if it is
     */
    boolean requireOpen(String name) {
        Optional<Kept> kept = find(id(name)).map(entry -> Kept.of(entry.head()));
        Instant now = clock.instant();
        kept.map(lock -> Instant.ofEpochSecond(lock.until()))
                .filter(now::isBefore)
                .ifPresent(
                        until -> {
                            throw new LockedOut(Duration.between(now, until));
                        });
        return kept.isPresent();
    }

    /** Counts a failure. */
    void count(String name) {
        String id = id(name);
        for (int tried = 0; tried < TRIES; tried++) {
            if (count(id, find(id))) {
                return;
            }
        }
        throw new Unavailable("The failed logins of a name were written by too many at once");
    }

    private boolean count(String id, Optional<Entry> found) {
        // The next whole second, so that no lock is shorter than it should be.
        long now = clock.instant().plusNanos(999_999_999).getEpochSecond();
        Kept kept =
                found.map(entry -> Kept.of(entry.head())).orElse(Kept.NOTHING).at(now).failed(now);
        Entry entry = Entry.of(id, id, Map.of(), kept.head(), "").expiring(kept.expires(now));
        return found.isPresent() ? logins.replace(entry, found.get().version()) : logins.add(entry);
    }

    /** Forgets the failures of a name. */
    void clear(String name) {
        logins.remove(id(name), id(name));
    }

    private Optional<Entry> find(String id) {
        return logins.find(id, id);
    }

    /** Names may be national numbers, and be longer than an id. */
    private static String id(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(UserName.folded(name).getBytes(StandardCharsets.UTF_8));
            return PREFIX + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
