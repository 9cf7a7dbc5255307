package no.altinn.platform.azure.cosmos;

import com.azure.cosmos.CosmosAsyncClient;
import com.azure.cosmos.CosmosAsyncContainer;
import com.azure.cosmos.CosmosAsyncDatabase;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.ThrottlingRetryOptions;

import no.altinn.platform.azure.AzureIdentity;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.cosmos.CosmosSettings.AccountKey;
import no.altinn.platform.azure.cosmos.CosmosSettings.Identity;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.start.Lazy;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One client per process, made when it is first needed: a cold start pays only for what it uses.
 */
public final class CosmosConnection implements AutoCloseable {
    private final CosmosSettings settings;
    private final Map<String, CosmosAsyncContainer> containers = new ConcurrentHashMap<>();
    private final Lazy<CosmosAsyncClient> client = new Lazy<>(this::build);

    /** A connection that is not open yet. */
    public CosmosConnection(CosmosSettings settings) {
        this.settings = settings;
    }

    /**
     * Opens the connection unless it is open. It blocks, even in the SDK's own threads, so callers
     * open it before they await a result.
     *
     * @throws Unavailable if the account does not answer, which may take 40 s to find out;
     *     concurrent callers share one attempt, including its failure
     */
    public void open() {
        client.get();
    }

    private CosmosAsyncClient build() {
        try {
            return builder().buildAsyncClient();
        } catch (RuntimeException e) {
            // The SDK reads the account first, and has no type of its own for a failure.
            throw new Unavailable("Cosmos DB cannot be connected to.", e);
        }
    }

    private CosmosClientBuilder builder() {
        CosmosClientBuilder builder =
                new CosmosClientBuilder()
                        .endpoint(settings.endpoint().toString())
                        .contentResponseOnWriteEnabled(false)
                        // The stores repeat throttled writes themselves: an event is stamped anew.
                        .throttlingRetryOptions(
                                new ThrottlingRetryOptions()
                                        .setMaxRetryAttemptsOnThrottledRequests(0));
        settings.access().accept(new Authentication(builder));
        return settings.direct() ? builder.directMode() : builder.gatewayMode();
    }

    /** Shows the account what the settings say. */
    private record Authentication(CosmosClientBuilder builder)
            implements CosmosSettings.Access.Visitor<CosmosClientBuilder> {
        @Override
        public CosmosClientBuilder accountKey(AccountKey access) {
            // An emulator names addresses that need not lead to it from this machine.
            return builder.key(access.key()).endpointDiscoveryEnabled(false);
        }

        @Override
        public CosmosClientBuilder identity(Identity access) {
            return builder.credential(AzureIdentity.open(access.clientId(), AzureTransport.open()));
        }
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
    public CosmosAsyncDatabase createdDatabase() {
        client().createDatabaseIfNotExists(settings.database()).block();
        return database();
    }

    private CosmosAsyncClient client() {
        return client.made()
                .orElseThrow(() -> new IllegalStateException("The connection is not open."));
    }

    @Override
    public void close() {
        client.made().ifPresent(CosmosAsyncClient::close);
    }
}
