package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import no.altinn.local.backend.Backend;
import no.altinn.local.store.Retention;
import no.altinn.local.store.SqliteStores;
import no.altinn.platform.settings.InvalidSettings;
import no.altinn.platform.settings.SettingsReader;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

final class BackendChoiceTest {
    @TempDir private Path data;

    private static BackendChoice read(Map<String, String> settings) {
        SettingsReader reader = new SettingsReader(settings);
        BackendChoice choice = BackendChoice.read(reader, Retention.USUAL);
        reader.check();
        return choice;
    }

    @Test
    void eventsAreKeptOnThisMachineUnlessSaidOtherwise() {
        for (Map<String, String> settings :
                List.of(Map.<String, String>of(), Map.of("Events__Backend", "local"))) {
            try (Backend backend = read(settings).open(data, Clock.systemUTC())) {
                assertThat(backend).isInstanceOf(SqliteStores.class);
            }
        }
    }

    @Test
    void anUnknownBackendIsRefused() {
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> read(Map.of("Events__Backend", "postgres")))
                .withMessageContaining("Events__Backend must be local or azure");
    }

    @Test
    void whatIsMissingForAzureIsToldTogetherWithWhatElseIsMissing() {
        Path home = Path.of("..", "..").toAbsolutePath().normalize();
        RuntimeException failure =
                catchThrowableOfType(
                        RuntimeException.class,
                        () ->
                                LocalPlatform.start(
                                                new LocalOptions(home, "127.0.0.1", 0, data, false),
                                                Map.of(
                                                        "Events__Backend", "azure",
                                                        "Queues", "",
                                                        "Blobs", "",
                                                        "Platform__Issuers", ""),
                                                Clock.systemUTC())
                                        .close());

        assertThat(FailedStart.explain(failure, data))
                .hasValueSatisfying(
                        text ->
                                assertThat(text)
                                        .contains(
                                                "Cosmos__accountEndpoint",
                                                "Queues__queueServiceUri",
                                                "Blobs__blobServiceUri",
                                                "Platform__Issuers"));
    }

    @Test
    @Tag("proof")
    void anAccountThatDoesNotAnswerIsNamed() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        String address = "http://localhost:" + closed + "/";
        BackendChoice choice =
                read(
                        Map.of(
                                "Events__Backend", "azure",
                                "Cosmos", "AccountEndpoint=" + address + ";AccountKey=a2V5",
                                "Queues", "UseDevelopmentStorage=true",
                                "Blobs", "UseDevelopmentStorage=true"));

        RuntimeException failure =
                catchThrowableOfType(
                        RuntimeException.class, () -> choice.open(data, Clock.systemUTC()).close());

        assertThat(FailedStart.explain(failure, data))
                .hasValueSatisfying(text -> assertThat(text).contains("Cosmos DB", address));
    }
}
