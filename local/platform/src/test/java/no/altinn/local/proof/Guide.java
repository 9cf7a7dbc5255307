package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.LocalOptions;
import no.altinn.local.LocalPlatform;
import no.altinn.local.identity.KeptKeys;
import no.altinn.local.proof.Markdown.Block;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Commands that a text tells its readers to type, one after the other, and what they print. */
final class Guide {
    private static final String BETWEEN = "\u001e";

    // A reader takes longer to type than a script does, and so gives the platform more time.
    private static final String BEGINNING = "set -eu\nsleep() { command sleep $(($1 * 3)); }\n";

    /**
     * What is typed in one go, and what it prints: nothing, where the text shows no output.
     *
     * @param commands lines for a shell
     */
    private record Stop(String commands, String output) {}

    private final Markdown text;

    Guide(Markdown text) {
        this.text = text;
    }

    /**
     * Types everything into one shell against a platform that nothing has happened on yet. Of the
     * commands, the platform's port alone is changed.
     *
     * @param folder where the shell runs; empty
     * @throws AssertionError if a command fails, or prints anything but what the text shows
     */
    void follow(Path folder) throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        KeptKeys.putInto(data, Clock.systemUTC());
        try (LocalPlatform platform =
                LocalPlatform.start(
                        new LocalOptions(Repository.root(), "127.0.0.1", 0, data, false),
                        Map.of(),
                        Clock.systemUTC())) {
            List<Stop> stops = stops("localhost:" + platform.base().getPort());
            assertThat(stops).hasSizeGreaterThan(3);

            List<String> printed = printed(stops, folder);

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

    private List<Stop> stops(String here) {
        List<Block> blocks = text.blocks();
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).language().equals("bash")) {
                boolean printsSomething =
                        i + 1 < blocks.size() && blocks.get(i + 1).language().equals("output");
                stops.add(
                        new Stop(
                                blocks.get(i).text().replace("localhost:7071", here),
                                printsSomething
                                        ? blocks.get(i + 1).text().replace("localhost:7071", here)
                                        : ""));
            }
        }
        return stops;
    }

    /** What each stop prints, in one shell, as variables go from one to the next. */
    private static List<String> printed(List<Stop> stops, Path folder)
            throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder(BEGINNING);
        for (Stop stop : stops) {
            script.append(stop.commands()).append("printf '\\036'\n");
        }
        Path file = Files.writeString(folder.resolve("guide.sh"), script);
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
