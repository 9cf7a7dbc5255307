package no.altinn.events.azure.cosmos;

import com.azure.cosmos.CosmosAsyncClient;
import com.azure.cosmos.CosmosAsyncContainer;
import com.azure.cosmos.CosmosAsyncDatabase;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.ThrottlingRetryOptions;

import no.altinn.events.azure.cosmos.CosmosSettings.AccountKey;
import no.altinn.events.azure.cosmos.CosmosSettings.Identity;
import no.altinn.platform.azure.AzureIdentity;
import no.altinn.platform.azure.AzureTransport;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One client per process, made when it is first needed: a cold start pays only for what it uses.
 */
public final class CosmosConnection implements AutoCloseable {
    private final CosmosSettings settings;
    private final Map<String, CosmosAsyncContainer> containers = new ConcurrentHashMap<>();
    // Written under this object's lock, read without.
    private volatile Optional<CosmosAsyncClient> client = Optional.empty();

    /** A connection that is not open yet. */
    public CosmosConnection(CosmosSettings settings) {
        this.settings = settings;
    }

    /**
     * Opens the connection unless it is open. It blocks, also in threads of the SDK's own; so it is
     * called before anything is awaited, never while it is.
     */
    public void open() {
        if (client.isEmpty()) {
            build();
        }
    }

    private synchronized void build() {
        if (client.isEmpty()) {
            client = Optional.of(builder().buildAsyncClient());
        }
    }

    private CosmosClientBuilder builder() {
        CosmosClientBuilder builder =
                new CosmosClientBuilder()
                        .endpoint(settings.endpoint().toString())
                        .contentResponseOnWriteEnabled(false)
                        // The stores repeat what is throttled themselves: an event is stamped anew.
                        .throttlingRetryOptions(
                                new ThrottlingRetryOptions()
                                        .setMaxRetryAttemptsOnThrottledRequests(0));
        if (settings.access() instanceof AccountKey access) {
            // An emulator tells addresses of its own, which need not lead to it from here.
            builder.key(access.key()).endpointDiscoveryEnabled(false);
        } else {
            String clientId = ((Identity) settings.access()).clientId();
            builder.credential(AzureIdentity.open(clientId, AzureTransport.open()));
        }
        return settings.direct() ? builder.directMode() : builder.gatewayMode();
    }

    /**
     * A container of the connection.
     *
     * @throws IllegalStateException if it has not been opened
     */
    public CosmosAsyncContainer container(ContainerSchema schema) {
        return containers.computeIfAbsent(schema.name(), name -> database().getContainer(name));
    }

    private CosmosAsyncDatabase database() {
        return client().getDatabase(settings.database());
    }

    /** The database, created if it is not there. */
    CosmosAsyncDatabase createdDatabase() {
        client().createDatabaseIfNotExists(settings.database()).block();
        return database();
    }

    private CosmosAsyncClient client() {
        return client.orElseThrow(() -> new IllegalStateException("The connection is not open."));
    }

    @Override
    public synchronized void close() {
        client.ifPresent(CosmosAsyncClient::close);
        client = Optional.empty();
        containers.clear();
    }
}
