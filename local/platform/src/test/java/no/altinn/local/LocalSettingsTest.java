package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

final class LocalSettingsTest {
    private static final URI MOVED = URI.create("http://localhost:1234/");

    @TempDir private Path home;

    @BeforeEach
    void writeExample() throws IOException {
        write(
                "local.settings.json.example",
                """
                {"Values": {
                  "Events__BaseUri": "http://localhost:7071/",
                  "Platform__OpenIdBaseUri": "http://localhost:7071/openid/",
                  "Cosmos__Database": "events"
                }}""");
    }

    private void write(String name, String json) throws IOException {
        Files.writeString(home.resolve(name), json);
    }

    @Test
    void theExampleIsReadWhereThereIsNoFile() {
        assertThat(LocalSettings.read(home, Map.of()).values())
                .containsOnly(
                        Map.entry("Events__BaseUri", "http://localhost:7071/"),
                        Map.entry("Platform__OpenIdBaseUri", "http://localhost:7071/openid/"),
                        Map.entry("Cosmos__Database", "events"));
    }

    @Test
    void theFileTakesTheExamplesPlace() throws IOException {
        write("local.settings.json", "{\"Values\": {\"Cosmos__Database\": \"own\"}}");
        LocalSettings settings = LocalSettings.read(home, Map.of());
        assertThat(settings.find("Cosmos__Database")).contains("own");
        assertThat(settings.find("Events__BaseUri")).isEmpty();
    }

    @Test
    void theEnvironmentWinsOverTheFile() {
        LocalSettings settings = LocalSettings.read(home, Map.of("Cosmos__Database", "other"));
        assertThat(settings.find("Cosmos__Database")).contains("other");
        assertThat(settings.values()).containsEntry("Cosmos__Database", "other");
    }

    @Test
    void theEnvironmentMaySetWhatTheFileDoesNotName() {
        LocalSettings settings = LocalSettings.read(home, Map.of("Cosmos__accountEndpoint", "x"));
        assertThat(settings.find("Cosmos__accountEndpoint")).contains("x");
        assertThat(settings.values()).containsEntry("Cosmos__accountEndpoint", "x");
    }

    @Test
    void aMistypedNameOfTheEnvironmentIsFound() throws IOException {
        write("local.settings.json", "{\"Values\": {}}");
        Map<String, String> environment =
                Map.of(
                        "Events__RetrySchdule", "PT1S",
                        "KeyVault__Url", "x",
                        "Events__BaseUri", "http://localhost:7071/",
                        "Cosmos__Other", "x",
                        "HOME", "/home");
        assertThat(LocalSettings.read(home, environment).listeningAt(MOVED).unknown())
                .containsExactly("Events__RetrySchdule", "KeyVault__Url");
    }

    @Test
    void addressesOfTheFileMoveToThePortThatIsListenedOn() {
        LocalSettings settings = LocalSettings.read(home, Map.of()).listeningAt(MOVED);
        assertThat(settings.find("Events__BaseUri")).contains("http://localhost:1234/");
        assertThat(settings.find("Platform__OpenIdBaseUri"))
                .contains("http://localhost:1234/openid/");
        assertThat(settings.find("Cosmos__Database")).contains("events");
    }

    @Test
    void aBaseAddressMayLackItsLastSlash() throws IOException {
        write(
                "local.settings.json",
                """
                {"Values": {
                  "Events__BaseUri": "http://localhost:7071",
                  "Platform__Issuers": "http://localhost:7071/a/,http://localhost:7071/b/"
                }}""");
        assertThat(LocalSettings.read(home, Map.of()).listeningAt(MOVED).values())
                .containsOnly(
                        Map.entry("Events__BaseUri", "http://localhost:1234"),
                        Map.entry(
                                "Platform__Issuers",
                                "http://localhost:1234/a/,http://localhost:1234/b/"));
    }

    @Test
    void anAddressThatOnlyBeginsLikeItStays() throws IOException {
        write(
                "local.settings.json",
                """
                {"Values": {
                  "Events__BaseUri": "http://localhost:707",
                  "Platform__RegisterBaseUri": "http://localhost:7071/r/"
                }}""");
        assertThat(
                        LocalSettings.read(home, Map.of())
                                .listeningAt(MOVED)
                                .find("Platform__RegisterBaseUri"))
                .contains("http://localhost:7071/r/");
    }

    @Test
    void addressesOfTheEnvironmentStay() {
        LocalSettings settings =
                LocalSettings.read(
                                home,
                                Map.of(
                                        "Events__BaseUri", "https://tunnel.example/",
                                        "Platform__RegisterBaseUri", "http://localhost:7071/r/"))
                        .listeningAt(MOVED);
        assertThat(settings.find("Events__BaseUri")).contains("https://tunnel.example/");
        assertThat(settings.find("Platform__RegisterBaseUri")).contains("http://localhost:7071/r/");
        assertThat(settings.find("Platform__OpenIdBaseUri"))
                .contains("http://localhost:1234/openid/");
    }

    @Test
    void anEmptyBaseAddressMovesNothing() throws IOException {
        write(
                "local.settings.json",
                "{\"Values\": {\"Events__BaseUri\": \"\", \"Cosmos__Database\": \"own\"}}");
        assertThat(LocalSettings.read(home, Map.of()).listeningAt(MOVED).values())
                .containsOnly(
                        Map.entry("Events__BaseUri", ""), Map.entry("Cosmos__Database", "own"));
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        write("local.settings.json", "{\"Values\": ");
        assertThatThrownBy(() -> LocalSettings.read(home, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("local.settings.json");
    }

    @Test
    void aFolderWithoutSettingsIsNamed() {
        assertThatThrownBy(() -> LocalSettings.read(home.resolve("elsewhere"), Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("elsewhere");
    }
}
