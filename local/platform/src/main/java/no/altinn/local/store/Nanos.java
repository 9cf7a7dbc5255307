package no.altinn.local.store;

import java.time.Instant;

/** Instants as whole numbers that sort: nanoseconds since 1970. */
final class Nanos {
    private static final long PER_SECOND = 1_000_000_000;
    private static final long FIRST_SECOND = Long.MIN_VALUE / PER_SECOND + 1;
    private static final long LAST_SECOND = Long.MAX_VALUE / PER_SECOND - 1;

    private Nanos() {}

    /** The number; instants before 1677 and after 2262 become the first and the last one. */
    static long of(Instant instant) {
        if (instant.getEpochSecond() < FIRST_SECOND) {
            return Long.MIN_VALUE;
        }
        if (instant.getEpochSecond() > LAST_SECOND) {
            return Long.MAX_VALUE;
        }
        return instant.getEpochSecond() * PER_SECOND + instant.getNano();
    }

    /** The instant that became this number. */
    static Instant toInstant(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, PER_SECOND), Math.floorMod(nanos, PER_SECOND));
    }
}
