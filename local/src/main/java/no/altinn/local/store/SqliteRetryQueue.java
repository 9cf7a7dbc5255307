package no.altinn.local.store;

import no.altinn.events.store.Retry;
import no.altinn.events.store.RetryMessage;
import no.altinn.events.store.RetryQueue;

import java.time.Duration;

/** Retries in the queues that {@link RetryMessage} names. Thread-safe. */
public final class SqliteRetryQueue implements RetryQueue {
    private static final Duration LONGEST = Duration.ofDays(7);

    private final SqliteQueues queues;

    /** Retries in these queues. */
    public SqliteRetryQueue(SqliteQueues queues) {
        this.queues = queues;
    }

    @Override
    public void schedule(Retry retry, Duration delay) {
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A retry is due in zero to 7 days, not " + delay);
        }
        RetryMessage message = RetryMessage.of(retry);
        queues.send(message.queue(), message.json(), delay);
    }
}
