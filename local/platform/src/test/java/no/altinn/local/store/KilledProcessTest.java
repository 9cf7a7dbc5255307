package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.TestEvents;
import no.altinn.local.store.wal.DatabaseFiles;
import no.altinn.local.store.wal.LogCheck;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

@Timeout(120)
final class KilledProcessTest {
    private static final int ENOUGH = 200;

    @TempDir private Path directory;

    @Test
    void nothingThatWasAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        List<String> acknowledged = appendUntilKilled("");

        try (SqliteStores stores = SqliteStores.open(directory, Clock.systemUTC())) {
            assertThat(acknowledged)
                    .hasSizeGreaterThanOrEqualTo(ENOUGH - 1)
                    .allSatisfy(
                            id ->
                                    assertThat(stores.events().find(TestEvents.event(id).key()))
                                            .isPresent());
            stores.events().append(List.of(TestEvents.event("afterwards")));
            assertThat(stores.events().find(TestEvents.event("afterwards").key())).isPresent();
        }
    }

    @Test
    @Tag("proof")
    void whatAKillLeavesIsNotTakenForALoss() throws Exception {
        DatabaseFiles files = new DatabaseFiles(directory.resolve("events.db"));
        for (int kill = 1; kill <= 3; kill++) {
            appendUntilKilled("kill" + kill);

            assertThat(files.hasLog()).isTrue();
            assertThat(LogCheck.of(files)).isEmpty();
        }
    }

    private List<String> appendUntilKilled(String prefix) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                EndlessAppends.class.getName(),
                                directory.toString(),
                                prefix)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            String id = output.readLine();
            while (id != null) {
                acknowledged.add(id);
                if (acknowledged.size() == ENOUGH) {
                    process.destroyForcibly();
                }
                id = output.readLine();
            }
        } catch (IOException e) {
            // The pipe of a killed process may break instead of ending; what was read counts.
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        // The last line may have been cut in the middle.
        return acknowledged.subList(0, acknowledged.size() - 1);
    }
}
