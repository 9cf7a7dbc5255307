package no.altinn.events.azure;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.models.QueueErrorCode;
import com.azure.storage.queue.models.QueueStorageException;

import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.subscription.ValidationQueue;
import no.altinn.platform.client.Unavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Retries in the storage queues that {@link RetryMessage} names. A message is invisible until it is
 * due, never expires, and is base64, as the Functions host reads it. Thread-safe.
 */
public final class StorageQueueRetries implements RetryQueue, ValidationQueue {
    private static final Logger LOG = LoggerFactory.getLogger(StorageQueueRetries.class);
    private static final Duration NEVER_EXPIRES = Duration.ofSeconds(-1);

    private final Supplier<QueueServiceClient> service;

    /** Schedules in the account's queues; their client is asked for at the first retry. */
    public StorageQueueRetries(Supplier<QueueServiceClient> service) {
        this.service = service;
    }

    @Override
    public void schedule(Retry retry, Duration delay) {
        RetryQueue.requireInBounds(delay);
        Duration hidden = wholeSeconds(delay);
        RetryMessage message = RetryMessage.of(retry).hiddenFor(hidden.toSeconds());
        try {
            send(service.get().getQueueClient(message.queue()), message.json(), hidden);
        } catch (RuntimeException e) {
            // The client tells of refusals, lost connections, time-outs and missing credentials by
            // many kinds of exceptions. Whichever it is, nothing has been scheduled for certain.
            throw new Unavailable("The queue took no " + message.queue(), e);
        }
    }

    @Override
    public void schedule(int subscriptionId, int attempt, Duration delay) {
        schedule(new Retry.OfValidation(subscriptionId, attempt), delay);
    }

    /**
     * Creates a queue only after a send has missed it, so that the usual message costs one request.
     */
    private static void send(QueueClient queue, String text, Duration visibility) {
        try {
            put(queue, text, visibility);
        } catch (QueueStorageException e) {
            if (!QueueErrorCode.QUEUE_NOT_FOUND.equals(e.getErrorCode())) {
                throw e;
            }
            LOG.info("queue created name={}", queue.getQueueName());
            queue.createIfNotExists();
            put(queue, text, visibility);
        }
    }

    private static void put(QueueClient queue, String text, Duration visibility) {
        // The transport bounds it. A bound given here would hide the service's error code.
        queue.sendMessageWithResponse(text, visibility, NEVER_EXPIRES, null, Context.NONE);
    }

    /** Rounds up to the whole seconds in which queues count, so that no message comes too early. */
    private static Duration wholeSeconds(Duration delay) {
        return Duration.ofSeconds(delay.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
