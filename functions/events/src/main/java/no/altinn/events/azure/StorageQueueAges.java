package no.altinn.events.azure;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.models.PeekedMessageItem;
import com.azure.storage.queue.models.QueueErrorCode;
import com.azure.storage.queue.models.QueueStorageException;

import no.altinn.events.delivery.QueueAges;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.platform.client.Unavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How late storage queues are. A queue tells when a message was put into it, and the message tells
 * how long it was hidden then. What is hidden, because it is not due or an instance has it, is not
 * looked at. Thread-safe.
 */
public final class StorageQueueAges implements QueueAges {
    private static final Logger LOG = LoggerFactory.getLogger(StorageQueueAges.class);

    /** The most that a queue shows at once: those that it would hand out first. */
    private static final int MOST = 32;

    private final Supplier<QueueServiceClient> service;
    private final Clock clock;

    /** Looks at the account's queues; their client is asked for at the first look. */
    public StorageQueueAges(Supplier<QueueServiceClient> service, Clock clock) {
        this.service = service;
        this.clock = clock;
    }

    @Override
    public Map<String, Duration> oldest() {
        Map<String, Duration> ages = new LinkedHashMap<>();
        try {
            for (String queue : RetryMessage.QUEUES) {
                ages.put(queue, oldest(service.get().getQueueClient(queue)));
            }
        } catch (RuntimeException e) {
            // The client tells of refusals, lost connections, time-outs and missing credentials by
            // many kinds of exceptions.
            throw new Unavailable("The queues cannot be looked at", e);
        }
        return ages;
    }

    private Duration oldest(QueueClient queue) {
        Instant now = clock.instant();
        try {
            return queue.peekMessages(MOST, null, Context.NONE).stream()
                    .map(StorageQueueAges::due)
                    .map(due -> Duration.between(due, now))
                    .filter(age -> !age.isNegative())
                    .max(Comparator.naturalOrder())
                    .orElse(Duration.ZERO);
        } catch (QueueStorageException e) {
            if (QueueErrorCode.QUEUE_NOT_FOUND.equals(e.getErrorCode())) {
                return Duration.ZERO;
            }
            throw e;
        } catch (IllegalArgumentException e) {
            // Not from here: the host puts it into the poison queue, which has an alert of its own.
            LOG.warn("queue with a message that is no Base64 name={}", queue.getQueueName(), e);
            return Duration.ZERO;
        }
    }

    private static Instant due(PeekedMessageItem message) {
        return message.getInsertionTime()
                .toInstant()
                .plus(RetryMessage.delayOf(message.getBody().toString()));
    }
}
