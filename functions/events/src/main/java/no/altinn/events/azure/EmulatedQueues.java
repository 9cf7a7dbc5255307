package no.altinn.events.azure;

import com.azure.core.http.HttpClient;
import com.azure.storage.queue.QueueServiceClient;

import no.altinn.events.delivery.RetryMessage;
import no.altinn.platform.azure.AzureConnection;
import no.altinn.platform.azure.AzureIdentity;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.QueueService;

import java.time.Clock;

/** The queues of Azurite, which has none when it is new. */
public final class EmulatedQueues {
    private final QueueServiceClient service;

    private EmulatedQueues(QueueServiceClient service) {
        this.service = service;
    }

    /**
     * Connects to the queues and makes those that are missing.
     *
     * @throws IllegalStateException if Azurite does not answer, or refuses; its message says what
     *     to do
     */
    public static EmulatedQueues open(AzureConnection account) {
        HttpClient transport = AzureTransport.open();
        QueueServiceClient service =
                QueueService.open(account, () -> AzureIdentity.open("", transport), transport);
        try {
            RetryMessage.QUEUES.forEach(name -> service.getQueueClient(name).createIfNotExists());
        } catch (RuntimeException e) {
            // The client throws exceptions without a common type for refusals, lost connections and
            // time-outs; here they all mean the same.
            throw new IllegalStateException(
                    "Azurite cannot be used at %s: start it, then this app again"
                            .formatted(service.getQueueServiceUrl()),
                    e);
        }
        return new EmulatedQueues(service);
    }

    /** Puts messages into them. */
    public StorageQueueRetries retries() {
        return new StorageQueueRetries(() -> service);
    }

    /** Looks at how late they are. */
    public StorageQueueAges ages(Clock clock) {
        return new StorageQueueAges(() -> service, clock);
    }
}
