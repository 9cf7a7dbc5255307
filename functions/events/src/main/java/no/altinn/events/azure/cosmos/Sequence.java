package no.altinn.events.azure.cosmos;

import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.InvalidCursor;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The registration order: each event is stamped, just before it is written, with a UUID of version
 * 7 (RFC 9562 §5.7), whose texts sort by time. Stamps of one process grow.
 *
 * <p>An event is committed some time after it was stamped, so another one with an earlier stamp may
 * still be on its way. Readers therefore see only what was stamped {@link #LAG} ago, and no write
 * is waited for longer than {@link #WRITE_BOUND}: it is repeated with a new stamp. What lies
 * between the two is for clocks that differ. What the account still does after nobody waits is seen
 * when the event is published again, from when it was committed. Thread-safe.
 */
final class Sequence {
    /** How old a stamp must be for its event to be readable. */
    static final Duration LAG = Duration.ofSeconds(4);

    /** How long one attempt to write an event may take. */
    static final Duration WRITE_BOUND = Duration.ofSeconds(2);

    /** While a stamp is younger, no reader has come past it, though clocks differ somewhat. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    /**
     * No replica lags by this much: a write is acknowledged when most of a partition's replicas
     * have it, the others follow within seconds, and one that does not is replaced.
     */
    static final Duration SETTLED = Duration.ofMinutes(5);

    private static final Pattern STAMP =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

    private final Clock clock;
    private final TimeBasedEpochGenerator stamps;

    Sequence(Clock clock) {
        this.clock = clock;
        this.stamps = new TimeBasedEpochGenerator(new SecureRandom(), new Forwards(clock));
    }

    /** The next stamp; greater than every one before. One thread at a time, or they could cross. */
    synchronized String next() {
        return stamps.generate().toString();
    }

    /** What may be read now: everything with a smaller stamp. */
    String horizon() {
        return lowest(clock.instant().minus(LAG));
    }

    /** What every replica has: everything with a smaller stamp. */
    String settled() {
        return lowest(clock.instant().minus(SETTLED));
    }

    private static String lowest(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE).toString();
    }

    /** Whether a reader may have come past this stamp before its event was committed. */
    boolean mayBeMissed(String stamp, Instant committedBefore) {
        Instant fresh = stamped(stamp).plus(FRESH);
        return committedBefore.isAfter(fresh) && !fresh.isAfter(clock.instant());
    }

    private static Instant stamped(String stamp) {
        return Instant.ofEpochMilli(UUID.fromString(stamp).getMostSignificantBits() >>> 16);
    }

    /**
     * The stamp that a cursor holds; empty for the start.
     *
     * @throws InvalidCursor if it holds none
     */
    static String stamp(Cursor cursor) {
        boolean isStamp = STAMP.matcher(cursor.position()).matches();
        if (!isStamp && !cursor.equals(Cursor.START)) {
            throw new InvalidCursor();
        }
        return cursor.position();
    }

    /** A clock that never goes back, as a machine's clock may when it is set. */
    private static final class Forwards extends UUIDClock {
        private final Clock clock;
        // Guarded by the sequence's lock.
        private long latest;

        Forwards(Clock clock) {
            this.clock = clock;
        }

        @Override
        public long currentTimeMillis() {
            latest = Math.max(latest, clock.millis());
            return latest;
        }
    }
}
