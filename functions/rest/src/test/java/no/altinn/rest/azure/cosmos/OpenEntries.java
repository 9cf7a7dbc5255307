package no.altinn.rest.azure.cosmos;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;

import no.altinn.platform.azure.cosmos.CosmosConnection;
import no.altinn.platform.azure.cosmos.CosmosSettings;
import no.altinn.platform.azure.cosmos.DatabaseSetup;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.rest.record.EntryStore;
import no.altinn.testing.cosmos.CosmosServer;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An empty store in a database of its own, for the time of one test: in the account that
 * COSMOS_ENDPOINT and COSMOS_KEY name, if it may be there, else in this process.
 */
final class OpenEntries implements BeforeEachCallback, AfterEachCallback {
    /** So many that the SDK has to merge what it asks in each of them. */
    private static final int RANGES = 3;

    /** Held here, or its level would be forgotten: the SDK logs every failure at length. */
    private static final Logger SDK = Logger.getLogger("com.azure.cosmos");

    private static final RetryPolicy QUICK =
            new RetryPolicy(Duration.ofSeconds(2), 4, Duration.ofMillis(1), Duration.ofMillis(20));

    private final Clock clock;
    private final Meter meter;
    private final Optional<URI> account;
    private Optional<CosmosServer> server = Optional.empty();
    private CosmosConnection connection;
    private CosmosEntryStore store;

    private OpenEntries(Clock clock, Meter meter, Optional<URI> account) {
        this.clock = clock;
        this.meter = meter;
        this.account = account;
    }

    static OpenEntries ofEnvironment(Clock clock) {
        return new OpenEntries(
                clock,
                OpenTelemetry.noop().getMeter("test"),
                Optional.ofNullable(System.getenv("COSMOS_ENDPOINT")).map(URI::create));
    }

    static OpenEntries inProcess(Clock clock, Meter meter) {
        return new OpenEntries(clock, meter, Optional.empty());
    }

    static OpenEntries inProcess(Clock clock) {
        return inProcess(clock, OpenTelemetry.noop().getMeter("test"));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        SDK.setLevel(Level.OFF);
        // The SDK's own switch for servers without a certificate, as emulators are.
        System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
        if (account.isEmpty()) {
            server = Optional.of(new CosmosServer(RANGES));
        }
        String key = Optional.ofNullable(System.getenv("COSMOS_KEY")).orElse("a2V5");
        connection =
                DatabaseSetup.connect(
                        new CosmosSettings(
                                account.orElseGet(() -> server().endpoint()),
                                new CosmosSettings.AccountKey(key),
                                "test-" + UUID.randomUUID(),
                                false),
                        RestContainers.ALL);
        store = new CosmosEntryStore(connection, meter, clock, QUICK);
        server.ifPresent(made -> made.ledger().take());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (server.isEmpty()) {
            connection.createdDatabase().delete().block();
        }
        connection.close();
        server.ifPresent(CosmosServer::close);
    }

    EntryStore store() {
        return store;
    }

    CosmosConnection connection() {
        return connection;
    }

    CosmosServer server() {
        return server.orElseThrow();
    }
}
