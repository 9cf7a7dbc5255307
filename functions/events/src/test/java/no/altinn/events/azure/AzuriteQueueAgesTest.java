package no.altinn.events.azure;

import static org.awaitility.Awaitility.await;

import com.azure.storage.queue.QueueServiceClient;

import no.altinn.events.delivery.QueueAges;
import no.altinn.events.delivery.QueueAgesContract;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.QueueService;
import no.altinn.testing.azurite.Azurite;
import no.altinn.testing.azurite.WithAzurite;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

@ExtendWith(WithAzurite.class)
@Tag("proof")
class AzuriteQueueAgesTest extends QueueAgesContract {
    private final QueueServiceClient service;

    AzuriteQueueAgesTest(Azurite azurite) {
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
        for (String queue : RetryMessage.QUEUES) {
            service.getQueueClient(queue).deleteIfExists();
        }
    }

    @Override
    protected QueueAges ages() {
        return new StorageQueueAges(() -> service, clock());
    }

    @Override
    protected RetryQueue queue() {
        return new StorageQueueRetries(() -> service);
    }

    @Override
    protected Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    protected void passUntilDue(Duration delay) {
        // Real time passes, on a machine that may have much else to do.
        Instant due = clock().instant().plus(delay).plusSeconds(2);
        await().atMost(delay.plusMinutes(1)).until(() -> !clock().instant().isBefore(due));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> ages().oldest().get(RetryMessage.VALIDATIONS).toSeconds() > 0);
    }
}
