package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.LocalOptions;
import no.altinn.local.LocalPlatform;
import no.altinn.local.proof.Markdown.Block;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A reader who types what the README shows sees what the README shows. */
@Timeout(120)
final class ReadmeTourTest {
    private static final String BETWEEN = "\u001e";

    // A reader takes longer to type than a script does, and so gives the platform more time.
    private static final String BEGINNING = "set -eu\nsleep() { command sleep $(($1 * 3)); }\n";

    /**
     * What is typed in one go, and what it prints: nothing, where the README shows no output.
     *
     * @param commands lines for a shell
     */
    private record Stop(String commands, String output) {}

    @TempDir private Path folder;

    @Test
    void everyStopOfTheTourPrintsWhatTheReadmeShows() throws Exception {
        try (LocalPlatform platform =
                LocalPlatform.start(
                        new LocalOptions(
                                Repository.root(), "127.0.0.1", 0, folder.resolve("data"), false),
                        Map.of(),
                        Clock.systemUTC())) {
            String here = "localhost:" + platform.base().getPort();
            List<Stop> stops = stops(Repository.read("README.md").replace("localhost:7071", here));
            assertThat(stops).hasSizeGreaterThan(5);

            List<String> printed = printed(stops);

            for (int i = 0; i < stops.size(); i++) {
                Stop stop = stops.get(i);
                String actual = printed.get(i);
                assertThat(new ExpectedOutput(stop.output()).matches(actual))
                        .as(
                                "%s%nprinted:%n%s%nand not:%n%s",
                                stop.commands(), actual, stop.output())
                        .isTrue();
            }
        }
    }

    private static List<Stop> stops(String readme) {
        List<Block> blocks = new Markdown(readme).section("A tour of five minutes").blocks();
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).language().equals("bash")) {
                boolean printsSomething =
                        i + 1 < blocks.size() && blocks.get(i + 1).language().equals("output");
                stops.add(
                        new Stop(
                                blocks.get(i).text(),
                                printsSomething ? blocks.get(i + 1).text() : ""));
            }
        }
        return stops;
    }

    /** What each stop prints, in one shell, as variables go from one to the next. */
    private List<String> printed(List<Stop> stops) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder(BEGINNING);
        for (Stop stop : stops) {
            script.append(stop.commands()).append("printf '\\036'\n");
        }
        Path file = Files.writeString(folder.resolve("tour.sh"), script);
        Path output = folder.resolve("output.txt");
        Process bash =
                new ProcessBuilder("bash", file.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        try {
            assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            bash.destroyForcibly();
        }
        String printed = Files.readString(output);
        assertThat(bash.exitValue()).as(printed).isZero();
        return List.of(printed.split(BETWEEN, -1));
    }
}
