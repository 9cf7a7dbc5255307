package no.altinn.events.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import no.altinn.events.functions.DiagnosticFunctions;
import no.altinn.events.functions.HelpFunctions;
import no.altinn.events.functions.PlatformFunctions;
import no.altinn.events.functions.PortalFunctions;
import no.altinn.events.functions.PublishFunctions;
import no.altinn.events.functions.ReadFunctions;
import no.altinn.events.functions.SubscriptionFunctions;
import no.altinn.events.functions.TriggerFunctions;
import no.altinn.events.functions.UnroutedFunctions;
import no.altinn.platform.json.Json;
import no.altinn.platform.settings.InvalidSettings;
import no.altinn.platform.start.ClassList;
import no.altinn.platform.start.WarmUp;
import no.altinn.testing.cosmos.CosmosServer;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;

class DeployedEventsAppTest {
    static final Map<String, String> SETTINGS =
            Map.ofEntries(
                    Map.entry("Events__BaseUri", "https://platform.example/"),
                    Map.entry("Events__AppsDomain", "apps.example"),
                    Map.entry("Platform__OpenIdBaseUri", "https://platform.example/openid/"),
                    Map.entry("Platform__Issuers", "https://platform.example/openid/"),
                    Map.entry("Platform__AuthorizationBaseUri", "https://platform.example/pdp/"),
                    Map.entry("Platform__RegisterBaseUri", "https://platform.example/register/"),
                    Map.entry("Platform__SubscriptionKey", "key"),
                    Map.entry("Platform__AccessTokenIssuers", "platform"),
                    Map.entry("EventGrid__TopicEndpoint", "https://topic.example/api/events"),
                    Map.entry("Queues__queueServiceUri", "https://account.queue.example"),
                    Map.entry("Cosmos__accountEndpoint", "https://account.cosmos.example/"),
                    Map.entry("KeyVault__Uri", "https://altinn.vault.example/"),
                    Map.entry("KeyVault__CursorKey", "cursor-key"),
                    Map.entry("KeyVault__WebhookKey", "webhook-key"),
                    Map.entry("AZURE_CLIENT_ID", "an-identity"));

    private static JsonNode sites;

    @BeforeAll
    static void readSites() throws IOException {
        sites = Json.parse(Files.readString(Path.of("../../infra-bicep/events-functions.json")));
    }

    @BeforeAll
    static void allowServersOfTests() {
        System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
    }

    private static DeployedEventsApp app(Map<String, String> environment) {
        return app(environment, task -> {});
    }

    private static DeployedEventsApp app(Map<String, String> environment, Executor warmUp) {
        return new DeployedEventsApp(
                environment, MutableClock.at("2026-03-01T00:00:00Z"), new WarmUp(warmUp));
    }

    private static Map<String, String> settingsFor(CosmosServer account) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.remove("Cosmos__accountEndpoint");
        settings.put("Cosmos", "AccountEndpoint=" + account.endpoint() + ";AccountKey=a2V5");
        return settings;
    }

    @Test
    void theWorkerFindsThisAppAndNoOther() {
        assertThat(ServiceLoader.load(FunctionInstanceInjector.class).stream())
                .extracting(ServiceLoader.Provider::type)
                .containsExactly(DeployedEventsApp.class);
    }

    @Test
    void theAppStartsWithoutCallingAnyone() throws Exception {
        assertThat(
                        app(SETTINGS)
                                .getInstance(DiagnosticFunctions.class)
                                .health(FakeMessage.get("http://localhost/"))
                                .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void noConnectionIsOpenedByTheStartItself() throws Exception {
        try (CosmosServer account = new CosmosServer()) {
            List<Runnable> begun = new ArrayList<>();

            app(settingsFor(account), begun::add).getInstance(PublishFunctions.class);

            assertThat(account.requests()).isZero();
            assertThat(begun).as("classes, database, and three kinds of keys").hasSize(5);
        }
    }

    @Test
    void theClassesThatAreLoadedAheadAreMostlyThere() {
        ClassList classes = DeployedEventsApp.firstPublish();

        // The list grows old with the libraries; then it is time to write it anew.
        assertThat(classes.names()).hasSizeGreaterThan(2_000);
        assertThat(classes.load()).isGreaterThan(classes.names().size() * 9 / 10);
    }

    @Test
    void aDatabaseThatIsNotThereDoesNotKeepTheAppFromStarting() throws Exception {
        try (CosmosServer withoutDatabase = new CosmosServer()) {
            List<Runnable> begun = new ArrayList<>();
            DeployedEventsApp app = app(settingsFor(withoutDatabase), begun::add);
            begun.subList(0, 2).forEach(Runnable::run);

            assertThat(withoutDatabase.requests()).isPositive();
            assertThat(
                            app.getInstance(DiagnosticFunctions.class)
                                    .health(FakeMessage.get("http://localhost/"))
                                    .getStatusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void noDatabaseIsCalledWhereASettingIsWrong() throws Exception {
        try (CosmosServer account = new CosmosServer()) {
            Map<String, String> settings = settingsFor(account);
            settings.remove("KeyVault__Uri");

            app(settings, Runnable::run);

            assertThat(account.requests()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                PublishFunctions.class,
                ReadFunctions.class,
                SubscriptionFunctions.class,
                PlatformFunctions.class,
                DiagnosticFunctions.class,
                HelpFunctions.class,
                PortalFunctions.class,
                UnroutedFunctions.class,
                TriggerFunctions.class
            })
    void everyFunctionClassHasOneInstance(Class<?> functionClass) throws Exception {
        DeployedEventsApp app = app(SETTINGS);

        assertThat(functionClass.getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(FunctionName.class));
        assertThat(app.getInstance(functionClass))
                .isInstanceOf(functionClass)
                .isSameAs(app.getInstance(functionClass));
    }

    @Test
    void aDatabaseOtherThanTheTriggersIsRefused() {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("Cosmos__Database", "other");

        assertThatIllegalStateException()
                .isThrownBy(() -> app(settings).getInstance(PublishFunctions.class))
                .havingCause()
                .isInstanceOf(InvalidSettings.class)
                .withMessageContaining("Cosmos__Database must be events");
    }

    @Test
    void everySettingThatIsMissingIsNamedToWhoeverCalls() {
        Map<String, String> some = new HashMap<>(SETTINGS);
        some.remove("KeyVault__Uri");
        some.remove("KeyVault__CursorKey");
        some.remove("KeyVault__WebhookKey");
        some.remove("Events__AppsDomain");
        some.remove("Cosmos__accountEndpoint");

        assertThatIllegalStateException()
                .isThrownBy(() -> app(some).getInstance(PublishFunctions.class))
                .havingCause()
                .isInstanceOf(InvalidSettings.class)
                .withMessageContainingAll(
                        "KeyVault__Uri",
                        "KeyVault__CursorKey",
                        "KeyVault__WebhookKey",
                        "Events__AppsDomain",
                        "Cosmos__accountEndpoint");
    }

    private static Map<String, String> asTheWorker() {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        sites.path("api")
                .forEach(
                        name ->
                                settings.put(
                                        "AzureWebJobs_" + name.textValue() + "_Disabled", "true"));
        return settings;
    }

    private static Map<String, String> asTheApi() {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        sites.path("worker")
                .forEach(
                        name ->
                                settings.put(
                                        "AzureWebJobs." + name.textValue() + ".Disabled", "true"));
        return settings;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Platform__OpenIdBaseUri",
                "Platform__Issuers",
                "Platform__AccessTokenIssuers",
                "Events__AppsDomain",
                "KeyVault__CursorKey"
            })
    void aSettingOfRequestsStopsTheApiAlone(String name) throws Exception {
        Map<String, String> api = asTheApi();
        api.remove(name);
        Map<String, String> worker = asTheWorker();
        worker.remove(name);

        assertThatIllegalStateException()
                .isThrownBy(() -> app(api).getInstance(PublishFunctions.class))
                .havingCause()
                .withMessageContaining(name);
        assertThat(app(worker).getInstance(TriggerFunctions.class)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Events__BaseUri",
                "Platform__AuthorizationBaseUri",
                "Platform__RegisterBaseUri",
                "Platform__SubscriptionKey",
                "EventGrid__TopicEndpoint",
                "Queues__queueServiceUri",
                "Cosmos__accountEndpoint",
                "KeyVault__Uri",
                "KeyVault__WebhookKey"
            })
    void aSettingThatBothNeedStopsBoth(String name) {
        for (Map<String, String> site : List.of(asTheApi(), asTheWorker())) {
            site.remove(name);

            assertThatIllegalStateException()
                    .isThrownBy(() -> app(site).getInstance(TriggerFunctions.class))
                    .havingCause()
                    .withMessageContaining(name);
        }
    }

    @Test
    void theWorkerGetsNothingReadyThatOnlyRequestsNeed() {
        List<Runnable> api = new ArrayList<>();
        List<Runnable> worker = new ArrayList<>();

        assertThat(app(asTheApi(), api::add)).isNotNull();
        assertThat(app(asTheWorker(), worker::add)).isNotNull();

        assertThat(api).hasSize(5);
        assertThat(worker).hasSize(3);
    }

    @Test
    void aProcessWithoutAnySettingIsMadeAllTheSame() {
        assertThatIllegalStateException()
                .isThrownBy(() -> app(Map.of()).getInstance(PublishFunctions.class))
                .havingCause()
                .isInstanceOf(InvalidSettings.class);
    }
}
