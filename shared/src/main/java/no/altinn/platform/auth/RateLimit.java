package no.altinn.platform.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A token bucket: a few at once, and one more for each interval that passes. Thread-safe. */
final class RateLimit {
    private final Duration interval;
    private final Duration capacity;
    private final Clock clock;

    /** When the bucket is full again; guarded by this. */
    private Instant full = Instant.EPOCH;

    /**
     * @param burst how many may come at once after a pause
     * @param interval after which one more may come
     */
    RateLimit(int burst, Duration interval, Clock clock) {
        this.interval = interval;
        this.capacity = interval.multipliedBy(burst);
        this.clock = clock;
    }

    /** Takes one out of the bucket; false when it is empty. */
    synchronized boolean tryTake() {
        Instant now = clock.instant();
        Instant empty = now.plus(capacity);
        // A clock that was set back must not leave the bucket empty for as long as that.
        full = clamp(full, now, empty);
        if (full.plus(interval).isAfter(empty)) {
            return false;
        }
        full = full.plus(interval);
        return true;
    }

    private static Instant clamp(Instant instant, Instant least, Instant most) {
        if (instant.isBefore(least)) {
            return least;
        }
        return instant.isAfter(most) ? most : instant;
    }
}
