package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.LocalOptions;
import no.altinn.local.LocalPlatform;
import no.altinn.local.identity.KeptKeys;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

@Timeout(180)
@Tag("proof")
final class CommandLineTest {
    private static final int TERMINATED = 128 + 15;

    @TempDir private Path data;

    @BeforeEach
    void keepKeys() {
        KeptKeys.putInto(data, Clock.systemUTC());
    }

    @Test
    void helpNamesEveryOption() throws Exception {
        try (PlatformProcess platform = PlatformProcess.start("--help")) {
            assertThat(platform.exitCode()).isZero();
            assertThat(platform.output())
                    .contains("--port", "--host", "--data", "--reset", "--quiet", "--help")
                    .contains("--policies", "--parties")
                    .contains("7071", "127.0.0.1", ".local/");
        }
    }

    @Test
    void anOptionThatIsNoneEndsItWithItsUsage() throws Exception {
        try (PlatformProcess platform = PlatformProcess.start("--prot", "7071")) {
            assertThat(platform.exitCode()).isEqualTo(2);
            assertThat(platform.output()).contains("--prot", "Usage: run-local");
        }
    }

    @Test
    void aTakenPortIsToldAndEmptiesNothing() throws Exception {
        Path kept = Files.writeString(data.resolve("kept"), "what was acknowledged");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                PlatformProcess platform =
                        PlatformProcess.start(
                                "--reset",
                                "--port",
                                Integer.toString(taken.getLocalPort()),
                                "--data",
                                data.toString())) {
            assertThat(platform.exitCode()).isEqualTo(1);
            assertThat(platform.output().lines())
                    .singleElement()
                    .asString()
                    .contains("--port", Integer.toString(taken.getLocalPort()));
        }
        assertThat(kept).exists();
    }

    @Test
    void aSecondPlatformOnTheSameDataIsRefused() throws Exception {
        try (LocalPlatform first = inProcess();
                PlatformProcess second =
                        PlatformProcess.start("--port", "0", "--data", data.toString())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.output().lines())
                    .singleElement()
                    .asString()
                    .contains("--data", data.toString());
            assertThat(new PlatformClient(first.base()).publish("1")).isEqualTo(200);
        }
    }

    @Test
    void aDataDirectoryThatCannotBeOneIsTold() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "no folder");
        try (PlatformProcess platform =
                PlatformProcess.start("--port", "0", "--data", file.toString())) {
            assertThat(platform.exitCode()).isEqualTo(1);
            assertThat(platform.output().lines())
                    .singleElement()
                    .asString()
                    .contains("--data", file.toString());
        }
    }

    @Test
    void everySettingThatIsWrongIsNamedInOneMessage() throws Exception {
        try (PlatformProcess platform =
                PlatformProcess.start(
                        Map.of(
                                "Platform__OpenIdBaseUri", "nonsense",
                                "Events__AllowInsecureEndpoints", "maybe"),
                        "--port",
                        "0",
                        "--data",
                        data.toString())) {
            assertThat(platform.exitCode()).isEqualTo(1);
            assertThat(platform.output().lines())
                    .singleElement()
                    .asString()
                    .contains("Platform__OpenIdBaseUri", "Events__AllowInsecureEndpoints");
        }
    }

    @Test
    void beingTerminatedStopsItCleanlyAndKeepsWhatWasAcknowledged() throws Exception {
        try (PlatformProcess first =
                PlatformProcess.start("--port", "0", "--data", data.toString())) {
            assertThat(new PlatformClient(first.ready()).publish("1")).isEqualTo(200);
            assertThat(first.terminate()).isIn(0, TERMINATED);
            assertThat(first.output()).endsWith("Stopped.\n");
        }
        try (LocalPlatform second = inProcess()) {
            assertThat(new PlatformClient(second.base()).readAll()).containsExactly("1");
        }
    }

    @Test
    void aLogThatIsMissingAfterAKillIsToldAtTheStart() throws Exception {
        try (PlatformProcess first =
                PlatformProcess.start("--port", "0", "--data", data.toString())) {
            assertThat(new PlatformClient(first.ready()).publish("1")).isEqualTo(200);
            first.kill();
        }
        Files.delete(data.resolve("events.db-wal"));
        try (PlatformProcess second =
                PlatformProcess.start("--quiet", "--port", "0", "--data", data.toString())) {
            second.ready();
            assertThat(second.output())
                    .contains("WARNING", data.resolve("events.db-wal") + " is missing");
            assertThat(second.terminate()).isIn(0, TERMINATED);
        }
        try (PlatformProcess third =
                PlatformProcess.start("--quiet", "--port", "0", "--data", data.toString())) {
            third.ready();
            assertThat(third.output()).doesNotContain("missing");
        }
    }

    @Test
    void aResetBeginsEmpty() throws Exception {
        try (LocalPlatform first = inProcess()) {
            assertThat(new PlatformClient(first.base()).publish("1")).isEqualTo(200);
        }
        try (PlatformProcess second =
                PlatformProcess.start("--reset", "--port", "0", "--data", data.toString())) {
            assertThat(new PlatformClient(second.ready()).readAll()).isEmpty();
        }
    }

    private LocalPlatform inProcess() {
        return LocalPlatform.start(
                new LocalOptions(Repository.root(), "127.0.0.1", 0, data, false),
                Map.of(),
                Clock.systemUTC());
    }
}
