package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.models.QueueItem;
import com.azure.storage.queue.models.QueueMessageItem;
import com.azure.storage.queue.models.QueuesSegmentOptions;

import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.delivery.RetryQueueContract;
import no.altinn.events.subscription.ValidationQueue;
import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.QueueService;
import no.altinn.testing.azurite.Azurite;
import no.altinn.testing.azurite.WithAzurite;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

@ExtendWith(WithAzurite.class)
@Tag("proof")
class AzuriteRetryQueueTest extends RetryQueueContract {
    private static final int MOST_AT_ONCE = 32;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final QueueServiceClient service;

    AzuriteRetryQueueTest(Azurite azurite) {
        service =
                QueueService.open(
                        new AzureConnection.ByKey(azurite.connectionString()),
                        () -> {
                            throw new AssertionError("An emulator knows no identity.");
                        },
                        AzureTransport.open());
    }

    @BeforeEach
    void removeAllQueues() {
        existing().forEach(QueueClient::delete);
    }

    @Override
    protected RetryQueue queue() {
        return new StorageQueueRetries(() -> service);
    }

    @Override
    protected ValidationQueue validations() {
        return new StorageQueueRetries(() -> service);
    }

    @Override
    protected Duration delay() {
        // Real time passes, on a machine that may have much else to do.
        return Duration.ofSeconds(5);
    }

    @Override
    protected void pass(Duration duration) {
        await().atMost(duration.plusMinutes(1)).until(this::somethingIsDue);
    }

    private boolean somethingIsDue() {
        return existing().stream().anyMatch(queue -> queue.peekMessage() != null);
    }

    @Override
    protected List<Retry> takeDue() {
        List<Retry> due = new ArrayList<>();
        for (QueueClient queue : existing()) {
            for (QueueMessageItem message : receive(queue)) {
                due.add(RetryMessage.read(message.getBody().toString()));
                queue.deleteMessage(message.getMessageId(), message.getPopReceipt());
            }
        }
        return due;
    }

    private static List<QueueMessageItem> receive(QueueClient queue) {
        return queue.receiveMessages(MOST_AT_ONCE, LEASE, null, Context.NONE).stream().toList();
    }

    private List<QueueClient> existing() {
        // Azurite answers no listing without metadata.
        QueuesSegmentOptions options = new QueuesSegmentOptions().setIncludeMetadata(true);
        return service.listQueues(options, null, Context.NONE).stream()
                .map(QueueItem::getName)
                .map(service::getQueueClient)
                .toList();
    }

    @Test
    void everyKindHasAQueueOfItsOwnMadeWhenItIsNeeded() {
        queue().schedule(new Retry.OfValidation(7, 1), Duration.ZERO);
        queue().schedule(
                        new Retry.OfDelivery(new DeliveryNotice(new DeliveryKey(7, "a"), 1)),
                        Duration.ZERO);

        assertThat(existing())
                .extracting(QueueClient::getQueueName)
                .containsExactlyInAnyOrder(RetryMessage.VALIDATIONS, RetryMessage.DELIVERIES);
    }

    @Test
    void theLongestDelayIsKeptAndTheMessageOutlivesIt() {
        queue().schedule(new Retry.OfValidation(7, 1), Duration.ofDays(7));

        assertThat(takeDue()).isEmpty();
        assertThat(service.getQueueClient(RetryMessage.VALIDATIONS).getProperties())
                .extracting(properties -> properties.getApproximateMessagesCountLong())
                .isEqualTo(1L);
    }

    @Test
    void aMessageExpiresNever() {
        queue().schedule(new Retry.OfValidation(7, 1), Duration.ZERO);

        assertThat(receive(service.getQueueClient(RetryMessage.VALIDATIONS)))
                .extracting(QueueMessageItem::getExpirationTime)
                .allMatch(
                        expires ->
                                expires.isAfter(OffsetDateTime.now(ZoneOffset.UTC).plusYears(100)));
    }
}
