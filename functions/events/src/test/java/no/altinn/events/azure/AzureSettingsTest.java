package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.events.app.EventsSettings;
import no.altinn.platform.azure.AzureConnection.ByIdentity;
import no.altinn.platform.azure.AzureConnection.ByKey;
import no.altinn.platform.settings.InvalidSettings;
import no.altinn.platform.settings.SettingsReader;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

class AzureSettingsTest {
    private static final Map<String, String> DEPLOYED =
            Map.of(
                    "EventGrid__TopicEndpoint", "https://topic.eventgrid.example/api/events",
                    "Queues__queueServiceUri", "https://account.queue.example",
                    "KeyVault__Uri", "https://vault.example/",
                    "KeyVault__CursorKey", "cursor-key",
                    "KeyVault__WebhookKey", "webhook-key");

    @Test
    void aDeployedAppReachesEverythingByItsIdentity() {
        assertThat(read(DEPLOYED))
                .isEqualTo(
                        new AzureSettings(
                                URI.create("https://topic.eventgrid.example/api/events"),
                                new ByIdentity(URI.create("https://account.queue.example")),
                                URI.create("https://vault.example/"),
                                "platform-access-token",
                                "cursor-key",
                                "webhook-key",
                                ""));
    }

    @Test
    void theCertificateAndTheIdentityHaveOtherNamesWhereTheyAreGiven() {
        assertThat(read(with("AZURE_CLIENT_ID", "some-id")).clientId()).isEqualTo("some-id");
        assertThat(
                        read(with("KeyVault__PlatformAccessCertificate", "access"))
                                .platformAccessCertificate())
                .isEqualTo("access");
    }

    @Test
    void anEmulatorIsReachedByItsConnectionString() {
        Map<String, String> settings = with("Queues", "UseDevelopmentStorage=true");
        settings.remove("Queues__queueServiceUri");

        assertThat(read(settings).queues()).isEqualTo(new ByKey("UseDevelopmentStorage=true"));
    }

    @Test
    void aKeyIsNotPartOfAText() {
        assertThat(new ByKey("AccountKey=secret").toString()).doesNotContain("secret");
    }

    @Test
    void everyMissingSettingIsNamedTogetherWithThoseOfTheApp() {
        SettingsReader reader = new SettingsReader(Map.of());
        EventsSettings.read(reader);
        AzureSettings.read(reader);

        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(reader::check)
                .satisfies(e -> assertThat(e.getMessage()).contains(DEPLOYED.keySet()))
                .withMessageContainingAll("Events__BaseUri", "Platform__Issuers");
    }

    @Test
    void twoWaysToOneAccountAreRefused() {
        assertRefused(
                with("Queues", "UseDevelopmentStorage=true"),
                "Queues__queueServiceUri and Queues exclude each other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EventGrid__TopicEndpoint", "Queues__queueServiceUri", "KeyVault__Uri"})
    void anIdentityIsShownToNoServiceWithoutTls(String name) {
        assertRefused(
                with(name, "http://service.example/"), name + " must be an absolute https URI");
    }

    @Test
    void keysOfAFileAreRefused() {
        assertRefused(
                with("KeyVault__File", "keys.p12"),
                "KeyVault__File is for Events__Backend=emulators alone");
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> settings = new HashMap<>(DEPLOYED);
        settings.put(name, value);
        return settings;
    }

    private static AzureSettings read(Map<String, String> settings) {
        SettingsReader reader = new SettingsReader(settings);
        AzureSettings read = AzureSettings.read(reader);
        reader.check();
        return read;
    }

    private static void assertRefused(Map<String, String> settings, String message) {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> read(settings))
                .withMessageContaining(message);
    }
}
