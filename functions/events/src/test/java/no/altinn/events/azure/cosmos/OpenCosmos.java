package no.altinn.events.azure.cosmos;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.Meter;

import no.altinn.platform.azure.cosmos.CosmosConnection;
import no.altinn.platform.azure.cosmos.CosmosSettings;
import no.altinn.platform.azure.cosmos.DatabaseSetup;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.testing.cosmos.CosmosServer;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Empty stores in a database of their own, for the time of one test. */
public final class OpenCosmos implements BeforeEachCallback, AfterEachCallback {
    /** Quick to give up, for tests in which that happens. */
    static final RetryPolicy IMPATIENT =
            new RetryPolicy(Duration.ofMillis(400), 4, Duration.ofMillis(1), Duration.ofMillis(20));

    /** So many that the SDK has to merge what it asks in each of them. */
    private static final int RANGES = 3;

    /** Held here, or its level would be forgotten: the SDK logs every failure at length. */
    private static final Logger SDK = Logger.getLogger("com.azure.cosmos");

    private final Optional<CosmosSettings.AccountKey> key;
    private final Optional<URI> account;
    private final RetryPolicy writing;
    private final Meter meter;
    private final OffsetClock clock = new OffsetClock();
    private final OffsetClock clockOfAccount = new OffsetClock(clock);
    private Optional<CosmosServer> server = Optional.empty();
    private CosmosConnection connection;
    private CosmosStores stores;

    private OpenCosmos(
            Optional<URI> account,
            Optional<CosmosSettings.AccountKey> key,
            RetryPolicy writing,
            Meter meter) {
        this.account = account;
        this.key = key;
        this.writing = writing;
        this.meter = meter;
    }

    /** In the account that COSMOS_ENDPOINT and COSMOS_KEY name, else in this process. */
    static OpenCosmos ofEnvironment() {
        return new OpenCosmos(
                Optional.ofNullable(System.getenv("COSMOS_ENDPOINT")).map(URI::create),
                Optional.ofNullable(System.getenv("COSMOS_KEY"))
                        .map(CosmosSettings.AccountKey::new),
                RetryPolicy.ofWrites(Sequence.WRITE_BOUND),
                noMeter());
    }

    /** In this process, where what goes wrong can be told. */
    static OpenCosmos inProcess(RetryPolicy writing) {
        return inProcess(writing, noMeter());
    }

    /** In this process, where a write is given up as late as in Azure but after fewer attempts. */
    public static OpenCosmos inProcess() {
        return inProcess(
                new RetryPolicy(
                        Sequence.WRITE_BOUND, 4, Duration.ofMillis(1), Duration.ofMillis(20)));
    }

    static OpenCosmos inProcess(RetryPolicy writing, Meter meter) {
        return new OpenCosmos(Optional.empty(), Optional.empty(), writing, meter);
    }

    private static Meter noMeter() {
        return OpenTelemetry.noop().getMeter("test");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        SDK.setLevel(Level.OFF);
        // The SDK's own switch for servers without a certificate, as emulators are.
        System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
        if (account.isEmpty()) {
            server = Optional.of(new CosmosServer(RANGES, clockOfAccount));
        }
        connection =
                DatabaseSetup.connect(
                        new CosmosSettings(
                                account.orElseGet(() -> server().endpoint()),
                                key.orElse(new CosmosSettings.AccountKey("a2V5")),
                                "test-" + UUID.randomUUID(),
                                false),
                        Containers.ALL);
        stores = new CosmosStores(connection, meter, clock, writing);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (server.isEmpty()) {
            connection.createdDatabase().delete().block();
        }
        connection.close();
        server.ifPresent(CosmosServer::close);
    }

    /** The stores of this test's database. */
    public CosmosStores stores() {
        return stores;
    }

    /** How they reach it. */
    public CosmosConnection connection() {
        return connection;
    }

    /** What answers them. */
    public CosmosServer server() {
        return server.orElseThrow();
    }

    /** The clock that they go by. */
    public OffsetClock clock() {
        return clock;
    }

    /** The account's own clock, which goes with theirs until it is set. */
    OffsetClock clockOfAccount() {
        return clockOfAccount;
    }

    /** Lets what was appended become readable. */
    public void settle() {
        clock.advance(Sequence.LAG.plusMillis(1));
    }

    /** Lets so much time pass that every replica has what was appended. */
    void age() {
        clock.advance(Sequence.SETTLED.plusMillis(1));
    }
}
