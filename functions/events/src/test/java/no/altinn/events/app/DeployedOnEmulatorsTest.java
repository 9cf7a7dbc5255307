package no.altinn.events.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

import no.altinn.events.azure.cosmos.Containers;
import no.altinn.events.functions.DiagnosticFunctions;
import no.altinn.platform.azure.cosmos.ContainerSchema;
import no.altinn.platform.azure.cosmos.CosmosConnection;
import no.altinn.platform.azure.cosmos.CosmosSettings;
import no.altinn.platform.keyfile.TestKeyFiles;
import no.altinn.platform.settings.InvalidSettings;
import no.altinn.platform.start.WarmUp;
import no.altinn.testing.cosmos.CosmosServer;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The app as {@code func start} runs it on a developer's machine. */
class DeployedOnEmulatorsTest {
    private final CosmosServer cosmos = new CosmosServer();
    private final MockWebServer queues = new MockWebServer();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    @TempDir private Path folder;

    @BeforeEach
    void startEmulators() throws IOException {
        queues.setDispatcher(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        asked.add(request.getMethod() + " " + request.getTarget());
                        return new MockResponse.Builder().code(201).build();
                    }
                });
        queues.start(InetAddress.getLoopbackAddress(), 0);
        for (String name :
                List.of(
                        "Events__BaseUri",
                        "Events__AppsDomain",
                        "Platform__Issuers",
                        "Platform__AuthorizationBaseUri",
                        "Platform__RegisterBaseUri",
                        "Platform__SubscriptionKey",
                        "Platform__AccessTokenIssuers")) {
            settings.put(name, DeployedEventsAppTest.SETTINGS.get(name));
        }
        settings.put("Events__Backend", "emulators");
        settings.put("Platform__OpenIdBaseUri", "http://localhost:7071/openid/");
        settings.put("KeyVault__File", TestKeyFiles.in(folder).toString());
        settings.put("Cosmos", "AccountEndpoint=" + cosmos.endpoint() + ";AccountKey=a2V5;");
        settings.put(
                "Queues", "AccountName=a;AccountKey=a2V5;QueueEndpoint=" + queues.url("/a") + ";");
    }

    @AfterEach
    void stop() {
        queues.close();
        cosmos.close();
    }

    private DiagnosticFunctions started() throws Exception {
        return new DeployedEventsApp(
                        settings, MutableClock.at("2026-03-01T00:00:00Z"), new WarmUp(task -> {}))
                .getInstance(DiagnosticFunctions.class);
    }

    private void assertRefused(String... words) {
        assertThatIllegalStateException()
                .isThrownBy(this::started)
                .havingCause()
                .isInstanceOf(InvalidSettings.class)
                .withMessageContainingAll(words);
        assertThat(cosmos.requests()).isZero();
        assertThat(asked).isEmpty();
    }

    @Test
    void theAppStarts() throws Exception {
        assertThat(started().health(FakeMessage.get("http://localhost/")).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void whatIsMissingInTheEmulatorsIsMadeAtTheStart() throws Exception {
        started();

        assertThat(asked)
                .contains("PUT /a/deliveries", "PUT /a/relays", "PUT /a/relays-poison")
                .contains("PUT /a/validations", "PUT /a/probes", "PUT /a/jobs");
        try (CosmosConnection connection =
                new CosmosConnection(
                        new CosmosSettings(
                                cosmos.endpoint(),
                                new CosmosSettings.AccountKey("a2V5"),
                                Containers.DATABASE,
                                false))) {
            connection.open();
            for (ContainerSchema container : Containers.ALL) {
                assertThatCode(() -> connection.container(container).read().block())
                        .as(container.name())
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void aSecondStartFindsWhatTheFirstHasMade() throws Exception {
        started();

        assertThat(started().health(FakeMessage.get("http://localhost/")).getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void anEmulatorOfQueuesThatIsAwayIsNamed() {
        queues.close();

        assertThatIllegalStateException()
                .isThrownBy(this::started)
                .havingCause()
                .withMessageContainingAll("Azurite cannot be used at", "start it");
    }

    @Test
    void anEmulatorOfCosmosDbThatRefusesIsNamed() {
        settings.put("Cosmos", "AccountEndpoint=" + queues.url("/none") + ";AccountKey=a2V5;");

        assertThatIllegalStateException()
                .isThrownBy(this::started)
                .havingCause()
                .withMessageContainingAll("Cosmos DB's emulator cannot be used at", "start it");
    }

    @Test
    void nothingThatIsInAzureIsReached() {
        settings.put("Cosmos", "");
        settings.put("Cosmos__accountEndpoint", "https://account.cosmos.example/");
        settings.put("Queues", "");
        settings.put("Queues__queueServiceUri", "https://account.queue.example");
        settings.put("KeyVault__Uri", "https://altinn.vault.example/");

        assertRefused(
                "Cosmos must be the connection string of an emulator on this machine",
                "Queues must be the connection string of an emulator on this machine",
                "KeyVault__Uri and KeyVault__File exclude each other");
    }

    @Test
    void accountsOfOthersAreRefusedByTheirConnectionStringsToo() {
        settings.put(
                "Cosmos", "AccountEndpoint=https://a.documents.azure.com:443/;AccountKey=a2V5;");
        settings.put("Queues", "AccountName=a;AccountKey=a2V5;EndpointSuffix=core.windows.net");

        assertRefused(
                "Cosmos must be the connection string of an emulator on this machine",
                "Queues must be the connection string of an emulator on this machine");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        List.of("Cosmos", "Queues", "KeyVault__File", "Events__AppsDomain")
                .forEach(settings::remove);

        assertRefused("Cosmos", "Queues", "KeyVault__File is missing", "Events__AppsDomain");
    }

    @Test
    void aDatabaseOtherThanTheTriggersIsRefused() {
        settings.put("Cosmos__Database", "other");

        assertRefused("Cosmos__Database must be events");
    }

    @Test
    void anotherBackendIsRefused() {
        settings.put("Events__Backend", "local");

        assertRefused("Events__Backend must be azure or emulators");
    }
}
