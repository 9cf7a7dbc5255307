package no.altinn.events.delivery;

import no.altinn.platform.client.Unavailable;

import java.time.Duration;
import java.util.Map;

/**
 * Tells how long work has been waiting in the queues that {@link RetryMessage} names.
 * Implementations are thread-safe and pass {@code QueueAgesContract}.
 */
@FunctionalInterface
public interface QueueAges {
    /**
     * For how long the oldest message of each queue has been due without being taken, by the
     * queue's name. A queue where no message is due has zero.
     *
     * @throws Unavailable if the queues cannot be looked at now
     */
    Map<String, Duration> oldest();
}
