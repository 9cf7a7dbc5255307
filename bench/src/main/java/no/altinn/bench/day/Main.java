package no.altinn.bench.day;

import no.altinn.bench.delivery.Platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs a mixed day on a platform of its own, and prints what grew and what was lost.
 *
 * <pre>
 * java … Main COMMAND MINUTES RETENTION RATE
 * </pre>
 *
 * <p>Ends with 1 if a bound was broken, and with 2 for a wrong option.
 */
public final class Main {
    private Main() {}

    /** Runs the day. */
    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (RuntimeException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Platform.endAllWithThisProcess();
        Path work = Files.createTempDirectory("day");
        Platform platform =
                Platform.startBy(
                        options.command(),
                        Map.of(
                                "Local__Retention",
                                options.retention().toString(),
                                // Deliveries that fail are given up before the retention removes
                                // them.
                                "Events__RetrySchedule",
                                "PT2S,PT5S,PT10S,PT30S",
                                "JAVA_TOOL_OPTIONS",
                                "-Xlog:gc:file=" + work.resolve("collections")),
                        work);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(platform), "stop"));
        List<String> broken;
        try (Day day = new Day(options, platform, work)) {
            broken = day.run();
        }
        broken.forEach(one -> System.out.println("BROKEN: " + one));
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    private static void close(Platform platform) {
        try {
            platform.close();
        } catch (IOException | RuntimeException e) {
            System.err.println("Not stopped cleanly: " + e);
        }
    }
}
