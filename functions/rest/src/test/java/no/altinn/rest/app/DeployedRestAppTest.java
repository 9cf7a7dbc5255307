package no.altinn.rest.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import no.altinn.platform.keyfile.TestKeyFiles;
import no.altinn.platform.settings.InvalidSettings;
import no.altinn.platform.start.WarmUp;
import no.altinn.rest.functions.RestFunctions;
import no.altinn.testing.cosmos.CosmosServer;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

class DeployedRestAppTest {
    static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(RestSettingsTest.REQUIRED);
        settings.put("KeyVault__Uri", "https://altinn.vault.example/");
        settings.put("Cosmos__accountEndpoint", "https://altinn.documents.example/");
        settings.put("Blobs__blobServiceUri", "https://altinn.blob.example/");
        settings.put("KeyVault__CookieKey", "cookie-key");
        settings.put("AZURE_CLIENT_ID", "an-identity");
        return settings;
    }

    private static DeployedRestApp app(Map<String, String> environment) {
        return new DeployedRestApp(
                environment, MutableClock.at("2026-03-01T00:00:00Z"), new WarmUp(task -> {}));
    }

    @Test
    void theWorkerFindsThisApp() {
        assertThat(ServiceLoader.load(FunctionInstanceInjector.class).stream())
                .extracting(ServiceLoader.Provider::type)
                .anyMatch(DeployedRestApp.class::equals);
    }

    @Test
    void theAppStartsWithoutCallingAnyone() throws Exception {
        assertThat(
                        app(settings())
                                .getInstance(RestFunctions.class)
                                .restRequest(FakeMessage.get("http://localhost/api/health"))
                                .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void whatTheFirstRequestNeedsIsBegunBesideTheStart() {
        List<Runnable> begun = new ArrayList<>();

        new DeployedRestApp(
                settings(), MutableClock.at("2026-03-01T00:00:00Z"), new WarmUp(begun::add));

        assertThat(begun).as("the database, the vault, the keys of tokens").hasSize(3);
    }

    @Test
    void everySettingThatIsMissingIsNamedToWhoeverCalls() {
        Map<String, String> some = settings();
        some.remove("KeyVault__Uri");
        some.remove("Rest__BaseUri");
        some.remove("Blobs__blobServiceUri");

        assertThatIllegalStateException()
                .isThrownBy(() -> app(some).getInstance(RestFunctions.class))
                .havingCause()
                .withMessageContainingAll(
                        "KeyVault__Uri", "Rest__BaseUri", "Blobs__blobServiceUri");
    }

    @Test
    void aProcessWithoutAnySettingIsMadeAllTheSame() {
        assertThatIllegalStateException()
                .isThrownBy(() -> app(Map.of()).getInstance(RestFunctions.class))
                .havingCause()
                .isInstanceOf(InvalidSettings.class);
    }

    @Test
    void onADevelopersMachineItStandsOnEmulators(@TempDir Path folder) throws Exception {
        try (CosmosServer cosmos = new CosmosServer()) {
            DeployedRestApp app = app(emulators(folder, cosmos.endpoint()));

            assertThat(
                            app.getInstance(RestFunctions.class)
                                    .restRequest(FakeMessage.get("http://localhost/api/health"))
                                    .getStatusCode())
                    .isEqualTo(200);
            assertThat(cosmos.requests()).as("what makes the containers").isPositive();
        }
    }

    @Test
    void withKeysOfAFileNothingInAzureIsReached(@TempDir Path folder) {
        Map<String, String> mixed = settings();
        mixed.put("KeyVault__File", TestKeyFiles.in(folder).toString());

        assertThatIllegalStateException()
                .isThrownBy(() -> app(mixed).getInstance(RestFunctions.class))
                .havingCause()
                .isInstanceOf(InvalidSettings.class)
                .withMessageContainingAll(
                        "Cosmos must be the connection string of an emulator",
                        "Blobs must be the connection string of an emulator",
                        "KeyVault__Uri and KeyVault__File exclude each other",
                        "Platform__OpenIdBaseUri must be an address of this machine");
    }

    private static Map<String, String> emulators(Path folder, URI cosmos) {
        Map<String, String> settings = new HashMap<>(RestSettingsTest.REQUIRED);
        settings.put("KeyVault__File", TestKeyFiles.in(folder).toString());
        settings.put("Platform__OpenIdBaseUri", "http://localhost:7071/openid/");
        settings.put("Cosmos", "AccountEndpoint=" + cosmos + ";AccountKey=a2V5;");
        settings.put("Blobs", "UseDevelopmentStorage=true");
        return settings;
    }
}
