package no.altinn.authentication.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.settings.InvalidSettings;
import no.altinn.platform.settings.SettingsReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Map;

class VaultSettingsTest {
    private static VaultSettings read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        VaultSettings settings = VaultSettings.read(reader);
        reader.check();
        return settings;
    }

    @Test
    void theVaultAloneIsEnough() {
        assertThat(read(Map.of("KeyVault__Uri", "https://altinn.vault.azure.net/")))
                .isEqualTo(
                        new VaultSettings(
                                URI.create("https://altinn.vault.azure.net/"),
                                "altinn-token-signing",
                                "platform-access-token",
                                ""));
    }

    @Test
    void certificatesAndIdentityHaveOtherNamesWhereTheyAreGiven() {
        assertThat(
                        read(
                                Map.of(
                                        "KeyVault__Uri",
                                        "https://altinn.vault.azure.net/",
                                        "KeyVault__SigningCertificate",
                                        "signing",
                                        "KeyVault__PlatformAccessCertificate",
                                        "access",
                                        "AZURE_CLIENT_ID",
                                        "an-identity")))
                .isEqualTo(
                        new VaultSettings(
                                URI.create("https://altinn.vault.azure.net/"),
                                "signing",
                                "access",
                                "an-identity"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "altinn.vault.azure.net", "http://altinn.vault.azure.net/"})
    void keysAreReadOverTlsAlone(String vault) {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> read(Map.of("KeyVault__Uri", vault)))
                .withMessageContaining("KeyVault__Uri");
    }
}
