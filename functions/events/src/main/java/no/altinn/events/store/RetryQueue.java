package no.altinn.events.store;

import java.time.Duration;

/**
 * Work that is to be done later, kept until it is done. Implementations are thread-safe and pass
 * {@code RetryQueueContract}.
 */
public interface RetryQueue {
    /**
     * Schedules the work; durable when it returns.
     *
     * @param delay zero to 7 days
     * @throws TemporarilyUnavailable if it could not be scheduled now
     */
    void schedule(Retry retry, Duration delay);
}
