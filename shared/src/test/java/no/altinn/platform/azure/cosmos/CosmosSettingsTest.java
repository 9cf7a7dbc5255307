package no.altinn.platform.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.azure.cosmos.CosmosSettings.AccountKey;
import no.altinn.platform.azure.cosmos.CosmosSettings.Identity;
import no.altinn.platform.settings.InvalidSettings;
import no.altinn.platform.settings.SettingsReader;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.Map;

class CosmosSettingsTest {
    private static CosmosSettings read(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        CosmosSettings settings = CosmosSettings.read(reader, "events");
        reader.check();
        return settings;
    }

    @Test
    void anEndpointIsUsedWithAnIdentityAndDirectly() {
        CosmosSettings settings =
                read(
                        Map.of(
                                "Cosmos__accountEndpoint", "https://account.example.no:443/",
                                "AZURE_CLIENT_ID", "1234",
                                "Cosmos__Database", "other"));

        assertThat(settings)
                .isEqualTo(
                        new CosmosSettings(
                                URI.create("https://account.example.no:443/"),
                                new Identity("1234"),
                                "other",
                                true));
    }

    @Test
    void aConnectionStringIsUsedThroughTheGateway() {
        CosmosSettings settings =
                read(
                        Map.of(
                                "Cosmos",
                                "AccountEndpoint=https://localhost:8081/;AccountKey=a2V5eQ==;"));

        assertThat(settings)
                .isEqualTo(
                        new CosmosSettings(
                                URI.create("https://localhost:8081/"),
                                new AccountKey("a2V5eQ=="),
                                "events",
                                false));
    }

    @Test
    void theWayToConnectCanBeChosen() {
        Map<String, String> settings =
                Map.of(
                        "Cosmos__accountEndpoint", "https://account.example.no/",
                        "Cosmos__ConnectionMode", "gateway");

        assertThat(read(settings).direct()).isFalse();
    }

    @Test
    void aMissingEndpointIsNamed() {
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessage(
                        "The app's settings are not usable: Cosmos__accountEndpoint (or Cosmos, for"
                                + " an emulator) is missing.");
    }

    @Test
    void twoWaysToOneAccountAreRefused() {
        assertThatThrownBy(
                        () ->
                                read(
                                        Map.of(
                                                "Cosmos__accountEndpoint",
                                                "https://account.example.no/",
                                                "Cosmos",
                                                "AccountEndpoint=https://a/;AccountKey=k")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("Cosmos__accountEndpoint and Cosmos exclude each other");
    }

    @Test
    void anIdentityIsShownToNoAccountWithoutTls() {
        assertThatThrownBy(() -> read(Map.of("Cosmos__accountEndpoint", "http://a.example/")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("Cosmos__accountEndpoint must be an absolute https URI");
    }

    @Test
    void aWayToConnectThatIsNoneIsNamed() {
        assertThatThrownBy(
                        () ->
                                read(
                                        Map.of(
                                                "Cosmos__accountEndpoint",
                                                "https://account.example.no/",
                                                "Cosmos__ConnectionMode",
                                                "quick")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("Cosmos__ConnectionMode must be direct or gateway");
    }

    @Test
    void aConnectionStringWithoutItsPartsIsNamed() {
        assertThatThrownBy(() -> read(Map.of("Cosmos", "AccountKey=;x")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("AccountEndpoint in the connection string Cosmos is missing")
                .hasMessageContaining("AccountKey in the connection string Cosmos is missing");
    }

    @Test
    void aKeyIsNotTold() {
        assertThat(read(Map.of("Cosmos", "AccountEndpoint=https://a/;AccountKey=k1")))
                .asString()
                .doesNotContain("k1");
    }
}
