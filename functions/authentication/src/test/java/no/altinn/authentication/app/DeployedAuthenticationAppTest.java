package no.altinn.authentication.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import no.altinn.authentication.functions.OpenIdFunctions;
import no.altinn.platform.keyfile.PlatformKeys;
import no.altinn.platform.keyfile.TestKeyFiles;
import no.altinn.platform.settings.InvalidSettings;
import no.altinn.platform.start.WarmUp;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

class DeployedAuthenticationAppTest {
    static final Map<String, String> SETTINGS =
            Map.of(
                    "Platform__OpenIdBaseUri", "https://platform.example/openid/",
                    "Authentication__MaskinportenIssuer", "https://maskinporten.example/",
                    "Authentication__IdPortenIssuer", "https://idporten.example/",
                    "Authentication__ServiceOwnersUri", "https://cdn.example/orgs.json",
                    "Platform__ProfileBaseUri", "https://platform.example/profile/api/v1/",
                    "Platform__SubscriptionKey", "key",
                    "KeyVault__Uri", "https://altinn.vault.example/",
                    "AZURE_CLIENT_ID", "an-identity");

    private static DeployedAuthenticationApp app(Map<String, String> environment) {
        return new DeployedAuthenticationApp(
                environment, MutableClock.at("2026-03-01T00:00:00Z"), new WarmUp(task -> {}));
    }

    @Test
    void theWorkerFindsThisAppAndNoOther() {
        assertThat(ServiceLoader.load(FunctionInstanceInjector.class).stream())
                .extracting(ServiceLoader.Provider::type)
                .containsExactly(DeployedAuthenticationApp.class);
    }

    @Test
    void theAppStartsWithoutCallingAnyone() throws Exception {
        assertThat(
                        app(SETTINGS)
                                .getInstance(OpenIdFunctions.class)
                                .openIdConfiguration(FakeMessage.get("http://localhost/"))
                                .getStatusCode())
                .isEqualTo(200);
    }

    @Test
    void theVaultIsOpenedBesideTheStart() {
        List<Runnable> begun = new ArrayList<>();

        new DeployedAuthenticationApp(
                SETTINGS, MutableClock.at("2026-03-01T00:00:00Z"), new WarmUp(begun::add));

        assertThat(begun).as("the keys of Altinn's tokens, and the app's own").hasSize(2);
    }

    @Test
    void noVaultIsOpenedWhereASettingIsWrong() {
        List<Runnable> begun = new ArrayList<>();

        new DeployedAuthenticationApp(
                Map.of(), MutableClock.at("2026-03-01T00:00:00Z"), new WarmUp(begun::add));

        assertThat(begun).isEmpty();
    }

    @Test
    void everySettingThatIsMissingIsNamedToWhoeverCalls() {
        Map<String, String> some = new HashMap<>(SETTINGS);
        some.remove("KeyVault__Uri");
        some.remove("Authentication__ServiceOwnersUri");

        assertThatIllegalStateException()
                .isThrownBy(() -> app(some).getInstance(OpenIdFunctions.class))
                .havingCause()
                .withMessageContainingAll("KeyVault__Uri", "Authentication__ServiceOwnersUri");
    }

    @Test
    void aProcessWithoutAnySettingIsMadeAllTheSame() {
        assertThatIllegalStateException()
                .isThrownBy(() -> app(Map.of()).getInstance(OpenIdFunctions.class))
                .havingCause()
                .isInstanceOf(InvalidSettings.class);
    }

    @Test
    void onADevelopersMachineTheKeysAreInAFile(@TempDir Path folder) throws Exception {
        Map<String, String> local = new HashMap<>(SETTINGS);
        local.remove("KeyVault__Uri");
        local.put("KeyVault__File", TestKeyFiles.in(folder).toString());
        local.put("Platform__OpenIdBaseUri", "http://localhost:7071/openid/");

        HttpResponseMessage keys =
                app(local)
                        .getInstance(OpenIdFunctions.class)
                        .jsonWebKeySet(FakeMessage.get("http://localhost/"));

        assertThat(String.valueOf(keys.getBody()))
                .contains(new PlatformKeys(TestKeyFiles.complete()).current().kid());
    }

    @Test
    void theKeysOfAFileSignNoTokensOfAnotherMachine(@TempDir Path folder) {
        Map<String, String> mixed = new HashMap<>(SETTINGS);
        mixed.put("KeyVault__File", TestKeyFiles.in(folder).toString());

        assertThatIllegalStateException()
                .isThrownBy(() -> app(mixed).getInstance(OpenIdFunctions.class))
                .havingCause()
                .isInstanceOf(InvalidSettings.class)
                .withMessageContainingAll(
                        "KeyVault__Uri and KeyVault__File exclude each other",
                        "Platform__OpenIdBaseUri must be an address of this machine");
    }
}
