package no.altinn.events.delivery;

import no.altinn.platform.client.Unavailable;

import java.time.Duration;

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
