package no.altinn.local.store;

import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.subscription.ValidationQueue;

import java.time.Duration;

/** Retries in the queues that {@link RetryMessage} names. Thread-safe. */
public final class SqliteRetryQueue implements RetryQueue, ValidationQueue {
    private final SqliteQueues queues;

    /** Retries in these queues. */
    public SqliteRetryQueue(SqliteQueues queues) {
        this.queues = queues;
    }

    @Override
    public void schedule(Retry retry, Duration delay) {
        RetryQueue.requireInBounds(delay);
        RetryMessage message = RetryMessage.of(retry);
        queues.send(message.queue(), message.json(), delay);
    }

    @Override
    public void schedule(int subscriptionId, int attempt, Duration delay) {
        schedule(new Retry.OfValidation(subscriptionId, attempt), delay);
    }
}
