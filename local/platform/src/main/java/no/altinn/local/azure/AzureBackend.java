package no.altinn.local.azure;

import com.azure.core.http.HttpClient;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueServiceClient;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.azure.StorageQueueAges;
import no.altinn.events.azure.StorageQueueRetries;
import no.altinn.events.azure.cosmos.Containers;
import no.altinn.events.azure.cosmos.CosmosStores;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.QueueAges;
import no.altinn.events.delivery.Rates;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.event.EventStore;
import no.altinn.events.job.JobStore;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.signing.KeyRecords;
import no.altinn.events.statistics.StatisticsStore;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationQueue;
import no.altinn.local.backend.Backend;
import no.altinn.local.host.changefeed.ChangeFeedSource;
import no.altinn.local.host.http.FileTransfer;
import no.altinn.local.host.http.HttpFileTransfer;
import no.altinn.local.host.queue.QueueSource;
import no.altinn.local.overview.Overview;
import no.altinn.platform.azure.AzureIdentity;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.QueueService;
import no.altinn.platform.azure.cosmos.ContainerSchema;
import no.altinn.platform.azure.cosmos.CosmosConnection;
import no.altinn.platform.azure.cosmos.CosmosSettings;
import no.altinn.platform.azure.cosmos.DatabaseSetup;
import no.altinn.platform.azure.cosmos.EmulatorTrust;
import no.altinn.rest.azure.BlobFiles;
import no.altinn.rest.azure.cosmos.CosmosEntryStore;
import no.altinn.rest.azure.cosmos.RestContainers;
import no.altinn.rest.file.Files;
import no.altinn.rest.file.Transfers;
import no.altinn.rest.record.EntryStore;
import no.altinn.rest.record.Table;
import no.altinn.rest.record.Tables;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Events and entries in Cosmos DB, work in Storage Queues and files in blobs, by the adapters that
 * are deployed. The triggers of Azure are replaced: this process pulls the change feed and polls
 * the queues.
 */
public final class AzureBackend implements Backend {
    private final CosmosConnection connection;
    private final CosmosConnection restConnection;
    private final CosmosStores stores;
    private final EntryStore entries;
    private final QueueServiceClient queues;
    private final StorageQueueRetries retries;
    private final BlobFiles files;
    private final Clock clock;

    private AzureBackend(
            CosmosConnection connection,
            CosmosConnection restConnection,
            QueueServiceClient queues,
            BlobFiles files,
            Clock clock) {
        Meter meter = OpenTelemetry.noop().getMeter("local");
        this.connection = connection;
        this.restConnection = restConnection;
        this.stores = new CosmosStores(connection, meter, clock);
        this.entries = new CosmosEntryStore(restConnection, meter, clock);
        this.queues = queues;
        this.retries = new StorageQueueRetries(() -> queues);
        this.files = files;
        this.clock = clock;
    }

    /**
     * Opens the connections; makes the databases and their containers where they are missing.
     *
     * @throws IllegalStateException if Cosmos DB or the queues cannot be used
     */
    public static AzureBackend open(AzureBackendSettings settings, Clock clock) {
        EmulatorTrust.apply(settings.cosmos());
        CosmosConnection connection = connected(settings.cosmos(), Containers.ALL);
        CosmosConnection restConnection;
        try {
            restConnection = connected(settings.cosmos().with(Tables.DATABASE), RestContainers.ALL);
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
        HttpClient transport = AzureTransport.open();
        QueueServiceClient queues =
                QueueService.open(
                        settings.queues(),
                        () -> AzureIdentity.open(settings.clientId(), transport),
                        transport);
        BlobFiles files = BlobFiles.in(settings.blobs(), settings.clientId(), clock);
        return new AzureBackend(connection, restConnection, queues, files, clock);
    }

    private static CosmosConnection connected(
            CosmosSettings settings, List<ContainerSchema> containers) {
        try {
            return DatabaseSetup.connect(settings, containers);
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "Cosmos DB cannot be used at %s: %s"
                            .formatted(settings.endpoint(), e.getMessage()),
                    e);
        }
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
    public StatisticsStore statistics() {
        return stores.statistics();
    }

    @Override
    public Rates rates() {
        return stores.rates();
    }

    @Override
    public DeliveryLog log() {
        return stores.log();
    }

    @Override
    public JobStore jobs() {
        return stores.jobs();
    }

    @Override
    public KeyRecords keyRecords() {
        return stores.keyRecords();
    }

    @Override
    public RetryQueue retries() {
        return retries;
    }

    @Override
    public QueueAges queueAges() {
        return new StorageQueueAges(() -> queues, clock);
    }

    @Override
    public ValidationQueue validations() {
        return retries;
    }

    @Override
    public ChangeFeedSource changeFeed(String consumer) {
        return new CosmosChangeFeed(connection, Containers.EVENTS, Containers.LEASES, consumer);
    }

    @Override
    public EntryStore entries() {
        return entries;
    }

    @Override
    public Files files() {
        return files;
    }

    /** Addresses are the storage account's own. */
    @Override
    public Transfers transfers(URI base) {
        return files.transfers();
    }

    @Override
    public FileTransfer fileTransfer() {
        return new HttpFileTransfer();
    }

    @Override
    public ChangeFeedSource changeFeed(Table table, String consumer) {
        return new CosmosChangeFeed(
                restConnection, RestContainers.of(table), RestContainers.LEASES, consumer);
    }

    /** Always empty: a list across all partitions would be read from all of them. */
    @Override
    public Optional<Overview> overview() {
        return Optional.empty();
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
    public int removeSomeOlderThan(Instant before) {
        return 0;
    }

    @Override
    public void close() {
        restConnection.close();
        connection.close();
    }
}
