package no.altinn.local.azure;

import com.azure.core.http.HttpClient;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueServiceClient;

import io.opentelemetry.api.OpenTelemetry;

import no.altinn.events.azure.StorageQueueRetries;
import no.altinn.events.azure.cosmos.Containers;
import no.altinn.events.azure.cosmos.CosmosStores;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.event.EventStore;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationQueue;
import no.altinn.local.backend.Backend;
import no.altinn.local.host.changefeed.ChangeFeedSource;
import no.altinn.local.host.queue.QueueSource;
import no.altinn.platform.azure.AzureIdentity;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.QueueService;
import no.altinn.platform.azure.cosmos.CosmosConnection;
import no.altinn.platform.azure.cosmos.DatabaseSetup;

import java.time.Clock;
import java.time.Instant;

/**
 * Events in Cosmos DB and work in Storage Queues, by the adapters that are deployed. The triggers
 * of Azure are replaced: this process pulls the change feed and polls the queues.
 */
public final class AzureBackend implements Backend {
    private final CosmosConnection connection;
    private final CosmosStores stores;
    private final QueueServiceClient queues;
    private final StorageQueueRetries retries;
    private final Clock clock;

    private AzureBackend(CosmosConnection connection, QueueServiceClient queues, Clock clock) {
        this.connection = connection;
        this.stores = new CosmosStores(connection, OpenTelemetry.noop().getMeter("local"), clock);
        this.queues = queues;
        this.retries = new StorageQueueRetries(() -> queues);
        this.clock = clock;
    }

    /**
     * Opens the connections; makes the database and its containers where they are missing.
     *
     * @throws IllegalStateException if Cosmos DB or the queues cannot be used
     */
    public static AzureBackend open(AzureBackendSettings settings, Clock clock) {
        EmulatorTrust.apply(settings.cosmos());
        CosmosConnection connection = new CosmosConnection(settings.cosmos());
        try {
            DatabaseSetup.createMissing(connection, Containers.ALL);
        } catch (RuntimeException e) {
            connection.close();
            throw new IllegalStateException(
                    "Cosmos DB cannot be used at %s: %s"
                            .formatted(settings.cosmos().endpoint(), e.getMessage()),
                    e);
        }
        HttpClient transport = AzureTransport.open();
        QueueServiceClient queues =
                QueueService.open(
                        settings.queues(),
                        () -> AzureIdentity.open(settings.clientId(), transport),
                        transport);
        return new AzureBackend(connection, queues, clock);
    }

    @Override
    public EventStore events() {
        return stores.events();
    }

    @Override
    public SubscriptionStore subscriptions() {
        return stores.subscriptions();
    }

    @Override
    public DeliveryStore deliveries() {
        return stores.deliveries();
    }

    @Override
    public DeliveryLog log() {
        return stores.log();
    }

    @Override
    public RetryQueue retries() {
        return retries;
    }

    @Override
    public ValidationQueue validations() {
        return retries;
    }

    @Override
    public ChangeFeedSource changeFeed(String consumer) {
        return new CosmosChangeFeed(connection, consumer);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if it is not there and cannot be made
     */
    @Override
    public QueueSource queue(String name) {
        QueueClient queue = queues.getQueueClient(name);
        try {
            queue.createIfNotExists();
        } catch (RuntimeException e) {
            // The client throws exceptions without a common type for refusals, lost connections and
            // time-outs; here they all mean the same.
            throw new IllegalStateException(
                    "The queue %s cannot be used at %s: %s"
                            .formatted(name, queues.getQueueServiceUrl(), e.getMessage()),
                    e);
        }
        return new StorageQueue(queues, queue, clock);
    }

    /** Never calls the listener: Storage Queues do not announce messages, so they are polled. */
    @Override
    public void onMessage(Runnable listener) {
        // Nothing to call it.
    }

    /** Does nothing: the containers' time to live removes documents. */
    @Override
    public void removeOlderThan(Instant before) {
        // Nothing is left to remove.
    }

    @Override
    public void close() {
        connection.close();
    }
}
