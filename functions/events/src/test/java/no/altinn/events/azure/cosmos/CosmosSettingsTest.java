package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.azure.cosmos.CosmosSettings.AccountKey;
import no.altinn.events.azure.cosmos.CosmosSettings.Identity;
import no.altinn.platform.settings.InvalidSettings;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.Map;

class CosmosSettingsTest {
    @Test
    void anEndpointIsUsedWithAnIdentityAndDirectly() {
        CosmosSettings settings =
                CosmosSettings.read(
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
                CosmosSettings.read(
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

        assertThat(CosmosSettings.read(settings).direct()).isFalse();
    }

    @Test
    void aMissingEndpointIsNamed() {
        assertThatThrownBy(() -> CosmosSettings.read(Map.of()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("Cosmos__accountEndpoint is missing");
    }

    @Test
    void aConnectionStringWithoutItsPartsIsNamed() {
        assertThatThrownBy(() -> CosmosSettings.read(Map.of("Cosmos", "AccountKey=;x")))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("AccountEndpoint in the connection string Cosmos is missing")
                .hasMessageContaining("AccountKey in the connection string Cosmos is missing");
    }

    @Test
    void aKeyIsNotTold() {
        assertThat(
                        CosmosSettings.read(
                                Map.of("Cosmos", "AccountEndpoint=https://a/;AccountKey=k1")))
                .asString()
                .doesNotContain("k1");
    }
}
