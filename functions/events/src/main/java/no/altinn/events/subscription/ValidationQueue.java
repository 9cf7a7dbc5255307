package no.altinn.events.subscription;

import no.altinn.platform.client.Unavailable;

import java.time.Duration;

/**
 * Keeps tries of new subscriptions' endpoints for later, until they are made. Implementations are
 * thread-safe and pass {@code RetryQueueContract}.
 */
@FunctionalInterface
public interface ValidationQueue {
    /**
     * Schedules a try; durable when it returns.
     *
     * @param subscriptionId the subscription whose endpoint is to be called
     * @param attempt which try, 1 and up
     * @param delay zero to 7 days
     * @throws IllegalArgumentException if the delay is out of these bounds
     * @throws Unavailable if the queue does not take the try now
     */
    void schedule(int subscriptionId, int attempt, Duration delay);
}
