package no.altinn.events.delivery;

import no.altinn.platform.client.Unavailable;

import java.time.Duration;
import java.time.Instant;

/**
 * Keeps work for later, until it is done. Implementations are thread-safe and pass {@code
 * RetryQueueContract}.
 */
public interface RetryQueue {
    /** The longest delay: as long as a storage queue can hide a message. */
    Duration LONGEST_DELAY = Duration.ofDays(7);

    /**
     * Schedules the work; durable when it returns.
     *
     * @param delay zero to {@link #LONGEST_DELAY}
     * @throws IllegalArgumentException if the delay is out of these bounds
     * @throws Unavailable if the queue does not take the work now
     */
    void schedule(Retry retry, Duration delay);

    /** How long work waits that is due at an instant; not at all if that is over. */
    static Duration delayUntil(Instant due, Instant now) {
        Duration wait = Duration.between(now, due);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /**
     * Checks a delay, for implementations of this port.
     *
     * @throws IllegalArgumentException if it is negative, or over {@link #LONGEST_DELAY}
     */
    static void requireInBounds(Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("A retry is due in zero to 7 days, not " + delay);
        }
    }
}
