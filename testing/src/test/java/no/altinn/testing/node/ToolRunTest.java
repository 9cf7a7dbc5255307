package no.altinn.testing.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

class ToolRunTest {
    @TempDir private Path folder;

    private static ToolRun bash(String script) {
        return new ToolRun(List.of("bash", "-c", script));
    }

    @Test
    void whatItWritesAndEndsWithIsTold() {
        ToolResult result = bash("echo one; echo two >&2; exit 3").run();

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.output().lines()).containsExactly("one", "two");
    }

    @Test
    void itRunsInItsDirectoryWithItsEnvironment() throws IOException {
        ToolResult result =
                bash("pwd -P; echo $COLOUR $NO_PROXY").in(folder).with("COLOUR", "red").run();

        assertThat(result.output().lines())
                .containsExactly(folder.toRealPath().toString(), "red 127.0.0.1,localhost");
    }

    @Test
    void itHasNothingToRead() {
        assertThat(bash("cat; echo end").run().output()).isEqualTo("end\n");
    }

    @Test
    void ofMuchOutputTheBeginningAndTheEndAreKept() {
        String output =
                bash("echo first; head -c 3000000 /dev/zero | tr '\\0' x; echo; echo last")
                        .run()
                        .output();

        assertThat(output).startsWith("first\n").endsWith("x\nlast\n").contains("bytes left out");
        assertThat(output.length()).isLessThan(ToolRun.MOST_OUTPUT + 100);
    }

    @Test
    @Tag("proof")
    void whatTakesTooLongIsEndedWithAllThatItStarted() {
        assertThatThrownBy(
                        () ->
                                bash("echo begun; sleep 600 & echo child $!; wait")
                                        .within(Duration.ofSeconds(5))
                                        .run())
                .isInstanceOf(ToolRun.TooSlow.class)
                .hasMessageContaining("PT5S")
                .hasMessageContaining("begun")
                .satisfies(
                        slow -> {
                            String child =
                                    slow.getMessage().replaceAll("(?s).*child ([0-9]+).*", "$1");
                            await().until(() -> !runs(Long.parseLong(child)));
                        });
    }

    /** What has ended may still be listed, but has no program any more. */
    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().command()).isPresent();
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new ToolRun(List.of("no-such-program")).run())
                .isInstanceOf(ToolRun.NotStarted.class)
                .hasMessage("Cannot be started: no-such-program");
    }
}
