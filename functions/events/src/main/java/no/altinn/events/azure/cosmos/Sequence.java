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
 * The registration order. Each event is stamped just before it is written. A stamp is a UUID of
 * version 7 (RFC 9562 §5.7), whose text sorts by time; the stamps of one process grow.
 *
 * <p>An event is committed some time after it was stamped, so an event with an earlier stamp may
 * still be on its way. Readers therefore see only events with stamps older than {@link #LAG}. A
 * write takes {@link #WRITE_BOUND} at most; then it is repeated with a new stamp. The time between
 * the two bounds allows for clocks that differ. A write that the account commits after its writer
 * gave up is found when the event is published again. Thread-safe.
 */
final class Sequence {
    /** How old a stamp must be for its event to be readable. */
    static final Duration LAG = Duration.ofSeconds(4);

    /** How long one attempt to write an event may take. */
    static final Duration WRITE_BOUND = Duration.ofSeconds(2);

    /** While a stamp is younger, no reader has come past it, though clocks differ somewhat. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    /**
     * No replica lags by this much. A write is acknowledged when most of a partition's replicas
     * have it. The other replicas follow within seconds; a replica that does not is replaced.
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

    /**
     * The next stamp, greater than every stamp before. Synchronized, so that stamps keep their
     * order.
     */
    synchronized String next() {
        return stamps.generate().toString();
    }

    /** The bound of what may be read now: every event with a smaller stamp. */
    String horizon() {
        return lowest(clock.instant().minus(LAG));
    }

    /** The bound of what every replica has: every event with a smaller stamp. */
    String settled() {
        return lowest(clock.instant().minus(SETTLED));
    }

    /** The stamp before which every stamp is of an earlier millisecond. */
    static String lowest(Instant instant) {
        return new UUID(instant.toEpochMilli() << 16 | 0x7000, Long.MIN_VALUE).toString();
    }

    /** Whether a reader may have come past this stamp before its event was committed. */
    boolean mayBeMissed(String stamp, Instant committedBefore) {
        Instant fresh = stamped(stamp).plus(FRESH);
        return committedBefore.isAfter(fresh) && !fresh.isAfter(clock.instant());
    }

    /** How long ago an event was stamped, by this machine's clock. */
    Duration age(String stamp) {
        return Duration.between(stamped(stamp), clock.instant());
    }

    /** When a stamp was given, to the millisecond. */
    static Instant stamped(String stamp) {
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
