package no.altinn.events.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Spreads the deliveries that a job begins, so that their endpoint gets 50 a second at most. Not
 * thread-safe.
 */
final class Pace {
    static final int PER_SECOND = 50;

    private static final Duration BETWEEN = Duration.ofSeconds(1).dividedBy(PER_SECOND);

    private final Clock clock;
    private Instant free;

    /** A pace that begins now. */
    Pace(Clock clock) {
        this.clock = clock;
        this.free = clock.instant();
    }

    /** When the next delivery is due. */
    Instant take() {
        Instant now = clock.instant();
        Instant taken = free.isBefore(now) ? now : free;
        free = taken.plus(BETWEEN);
        return taken;
    }

    /** When another delivery could be due; the next step goes on then. */
    Instant free() {
        return free;
    }
}
