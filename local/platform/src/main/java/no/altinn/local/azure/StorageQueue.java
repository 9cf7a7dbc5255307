package no.altinn.local.azure;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.models.QueueErrorCode;
import com.azure.storage.queue.models.QueueMessageItem;
import com.azure.storage.queue.models.QueueStorageException;

import no.altinn.local.host.queue.QueueMessage;
import no.altinn.local.host.queue.QueueSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A storage queue as the Functions host reads it: by polling, since it announces no message. */
final class StorageQueue implements QueueSource {
    // Azure's host waits up to 2 s (maxPollingInterval in host.json); a developer need not.
    private static final Duration POLL = Duration.ofMillis(500);
    // What the service gives at once.
    private static final int MOST_MESSAGES = 32;
    private static final Duration NEVER_EXPIRES = Duration.ofSeconds(-1);

    /** A message that another receiver has received since, or removed. */
    private static final Set<QueueErrorCode> NOT_OURS =
            Set.of(QueueErrorCode.MESSAGE_NOT_FOUND, QueueErrorCode.POP_RECEIPT_MISMATCH);

    private final QueueServiceClient service;
    private final QueueClient queue;
    private final Clock clock;

    StorageQueue(QueueServiceClient service, QueueClient queue, Clock clock) {
        this.service = service;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public List<QueueMessage> receive(int max, Duration visibility) {
        return queue
                .receiveMessages(Math.min(max, MOST_MESSAGES), visibility, null, Context.NONE)
                .stream()
                .map(StorageQueue::message)
                .toList();
    }

    private static QueueMessage message(QueueMessageItem item) {
        return new QueueMessage(
                item.getMessageId(),
                item.getPopReceipt(),
                Math.toIntExact(item.getDequeueCount()),
                item.getInsertionTime().toInstant(),
                item.getExpirationTime().toInstant(),
                item.getTimeNextVisible().toInstant(),
                item.getBody().toString());
    }

    @Override
    public void delete(QueueMessage message) {
        ifOurs(() -> queue.deleteMessage(message.id(), message.popReceipt()));
    }

    @Override
    public void release(QueueMessage message) {
        ifOurs(
                () ->
                        queue.updateMessage(
                                message.id(), message.popReceipt(), message.text(), Duration.ZERO));
    }

    /** In two steps: a crash in between leaves the message in both queues, never in none. */
    @Override
    public void moveTo(String target, QueueMessage message) {
        QueueClient other = service.getQueueClient(target);
        other.createIfNotExists();
        other.sendMessageWithResponse(
                message.text(), Duration.ZERO, NEVER_EXPIRES, null, Context.NONE);
        delete(message);
    }

    /** The next poll finds messages that other processes have added. */
    @Override
    public Optional<Instant> nextVisible() {
        return Optional.of(clock.instant().plus(POLL));
    }

    private static void ifOurs(Runnable change) {
        try {
            change.run();
        } catch (QueueStorageException e) {
            if (!NOT_OURS.contains(e.getErrorCode())) {
                throw e;
            }
        }
    }
}
