package no.altinn.local.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.azure.storage.queue.QueueServiceClient;

import no.altinn.events.azure.StorageQueueRetries;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.local.host.queue.QueueMessage;
import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.QueueService;
import no.altinn.testing.azurite.Azurite;
import no.altinn.testing.azurite.WithAzurite;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What is put in by the adapter of retries is received as the Functions host would. */
@ExtendWith(WithAzurite.class)
class StorageQueueTest {
    private static final Retry RETRY = new Retry.OfValidation(7, 1);
    private static final RetryMessage MESSAGE = RetryMessage.of(RETRY);
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration LONG = Duration.ofMinutes(2);

    private final QueueServiceClient service;
    private final StorageQueue queue;

    StorageQueueTest(Azurite azurite) {
        this.service =
                QueueService.open(
                        new AzureConnection.ByKey(azurite.connectionString()),
                        () -> {
                            throw new AssertionError("A connection string needs no identity.");
                        },
                        AzureTransport.open());
        this.queue = queue(MESSAGE.queue());
    }

    private StorageQueue queue(String name) {
        return new StorageQueue(service, service.getQueueClient(name), MutableClock.at(NOW));
    }

    @BeforeEach
    void empty() {
        for (String name : List.of(MESSAGE.queue(), "other")) {
            service.getQueueClient(name).createIfNotExists();
            service.getQueueClient(name).clearMessages();
        }
    }

    private void schedule(Duration delay) {
        new StorageQueueRetries(() -> service).schedule(RETRY, delay);
    }

    private QueueMessage received() {
        List<QueueMessage> messages = queue.receive(16, LONG);
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    @Test
    void aMessageIsReadAsItWasWritten() {
        schedule(Duration.ZERO);

        QueueMessage message = received();

        assertThat(message.text()).isEqualTo(MESSAGE.json());
        assertThat(message.dequeueCount()).isEqualTo(1);
        assertThat(message.nextVisible()).isAfter(message.inserted());
        assertThat(message.expires()).isAfter(message.inserted().plus(Duration.ofDays(3_650)));
    }

    @Test
    void aMessageThatIsNotDueOrIsBeingHandledIsNotReceived() {
        schedule(Duration.ofHours(1));
        assertThat(queue.receive(16, LONG)).isEmpty();
        schedule(Duration.ZERO);
        received();

        assertThat(queue.receive(16, LONG)).isEmpty();
    }

    @Test
    void aReleasedMessageComesAgainAndCountsHowOften() {
        schedule(Duration.ZERO);

        queue.release(received());

        QueueMessage again = received();
        assertThat(again.dequeueCount()).isEqualTo(2);
        assertThat(again.text()).isEqualTo(MESSAGE.json());
    }

    @Test
    void aMessageThatWasHandledIsGone() {
        schedule(Duration.ZERO);
        QueueMessage message = received();

        queue.delete(message);

        assertThat(service.getQueueClient(MESSAGE.queue()).peekMessage()).isNull();
        assertThat(queue.receive(16, LONG)).isEmpty();
    }

    @Test
    void aMessageThatSomebodyElseHasReceivedSinceStays() {
        schedule(Duration.ZERO);
        QueueMessage first = queue.receive(1, Duration.ofSeconds(1)).get(0);
        QueueMessage second =
                await().until(() -> queue.receive(1, LONG), messages -> !messages.isEmpty()).get(0);

        queue.delete(first);
        queue.release(first);
        assertThat(queue.receive(1, LONG)).isEmpty();

        queue.release(second);
        assertThat(received().dequeueCount()).isEqualTo(3);
    }

    @Test
    void aMessageThatIsGivenUpIsMovedToAnotherQueue() {
        schedule(Duration.ZERO);

        queue.moveTo("other", received());

        assertThat(queue.receive(16, LONG)).isEmpty();
        assertThat(queue("other").receive(16, LONG))
                .extracting(QueueMessage::text)
                .containsExactly(MESSAGE.json());
    }

    @Test
    void moreThanTheServiceGivesAtOnceMayBeAskedFor() {
        schedule(Duration.ZERO);

        assertThat(queue.receive(100, LONG)).hasSize(1);
    }

    @Test
    void itIsWorthAnotherLookSoon() {
        assertThat(queue.nextVisible())
                .hasValueSatisfying(
                        next -> assertThat(next).isBetween(NOW, NOW.plus(Duration.ofSeconds(2))));
    }
}
