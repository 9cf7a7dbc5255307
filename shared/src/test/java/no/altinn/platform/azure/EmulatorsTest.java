package no.altinn.platform.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.azure.AzureConnection.ByKey;
import no.altinn.platform.settings.InvalidSettings;
import no.altinn.platform.settings.SettingsReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class EmulatorsTest {
    private static AzureConnection queues(Map<String, String> settings) {
        return SettingsReader.read(settings, Emulators::queues);
    }

    private static void assertRefused(Map<String, String> settings, String... words) {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> queues(settings))
                .withMessageContainingAll(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UseDevelopmentStorage=true",
                "UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://localhost",
                "AccountName=a;AccountKey=a2V5;QueueEndpoint=http://127.0.0.1:10001/a;",
                "BlobEndpoint=http://localhost:1/a;QueueEndpoint=http://localhost:2/a"
            })
    void azuriteOnThisMachineIsUsed(String connection) {
        assertThat(queues(Map.of("Queues", connection))).isEqualTo(new ByKey(connection));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=a2V5;EndpointSuffix=x.example",
                "AccountName=a;AccountKey=a2V5;QueueEndpoint=https://a.queue.core.windows.net/",
                "AccountName=a;AccountKey=a2V5;BlobEndpoint=http://localhost:10000/a",
                "UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://10.1.2.3",
                "UseDevelopmentStorage=false",
                "QueueEndpoint=http://localhost:1/a;QueueEndpoint=https://a.example/",
                "QueueEndpoint=http://localhost:1/a;QueueSecondaryEndpoint=https://a.example/",
                "QueueEndpoint=http://exa mple",
                "nonsense"
            })
    void nothingElseIs(String connection) {
        assertRefused(
                Map.of("Queues", connection),
                "Queues must be the connection string of an emulator on this machine");
    }

    @Test
    void anAccountInAzureIsRefused() {
        assertRefused(
                Map.of("Queues__queueServiceUri", "https://account.queue.example"),
                "Queues must be the connection string of an emulator");
    }

    @Test
    void aMissingSettingIsToldOnce() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> queues(Map.of()))
                .withMessageContaining("Queues, for an emulator) is missing")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("must be"));
    }

    @Test
    void keysAreNotTold() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> queues(Map.of("Queues", "AccountName=a;AccountKey=c2VjcmV0")))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("c2VjcmV0"));
    }

    @Test
    void blobsHaveAnEndpointOfTheirOwn() {
        String connection = "AccountName=a;AccountKey=a2V5;BlobEndpoint=http://localhost:1/a";

        assertThat(SettingsReader.read(Map.of("Blobs", connection), Emulators::blobs))
                .isEqualTo(new ByKey(connection));
    }
}
