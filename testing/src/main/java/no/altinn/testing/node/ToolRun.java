package no.altinn.testing.node;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A command that may be run. It gets this process's environment and what is added here, and nothing
 * to read. It reaches this machine without a proxy, and writes without colours. Immutable.
 *
 * @param command the program and its arguments
 * @param directory where it runs
 * @param environment what is added to the environment, or takes the place of something there
 * @param patience how long it may take
 */
public record ToolRun(
        List<String> command, Path directory, Map<String, String> environment, Duration patience) {
    /** The most that is kept of what it writes, in bytes: the first half and the last. */
    static final int MOST_OUTPUT = 1 << 20;

    private static final Duration USUAL_PATIENCE = Duration.ofMinutes(2);
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);
    private static final String THIS_MACHINE = "127.0.0.1,localhost";
    private static final Map<String, String> USUAL =
            Map.of("NO_COLOR", "1", "NO_PROXY", THIS_MACHINE, "no_proxy", THIS_MACHINE);

    public ToolRun {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A command that runs where this process does, for two minutes at most. */
    ToolRun(List<String> command) {
        this(command, Path.of("").toAbsolutePath(), USUAL, USUAL_PATIENCE);
    }

    /** The same in another directory. */
    public ToolRun in(Path other) {
        return new ToolRun(command, other, environment, patience);
    }

    /** The same with a variable of the environment. */
    public ToolRun with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new ToolRun(command, directory, more, patience);
    }

    /** The same with more or less time. */
    public ToolRun within(Duration time) {
        return new ToolRun(command, directory, environment, time);
    }

    /**
     * Runs it to its end.
     *
     * @throws NotStarted if there is no such program
     * @throws TooSlow if it is not at its end in time; it and what it started are ended then
     */
    public ToolResult run() {
        Process process = start();
        try {
            Reading reading = new Reading(process.getInputStream());
            reading.start();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TooSlow(command, patience, reading.soFar());
            }
            // Something that it left behind may keep its output open.
            reading.join(LAST_WORDS.toMillis());
            return new ToolResult(process.exitValue(), reading.soFar());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while it ran: " + command, e);
        } finally {
            end(process);
        }
    }

    private Process start() {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(nothing()));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new NotStarted(command, e);
        }
    }

    private static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Reads along, so that the process never waits for its reader. */
    private static final class Reading extends Thread {
        private final InputStream source;
        private final BoundedText kept = new BoundedText(MOST_OUTPUT);

        private Reading(InputStream source) {
            super("output of a tool");
            setDaemon(true);
            this.source = source;
        }

        @Override
        public void run() {
            byte[] piece = new byte[8_192];
            try {
                int length = source.read(piece);
                while (length >= 0) {
                    kept.add(piece, length);
                    length = source.read(piece);
                }
            } catch (IOException e) {
                kept.add(e.toString().getBytes(StandardCharsets.UTF_8));
            }
        }

        private String soFar() {
            return kept.text();
        }
    }

    /** There is no such program. */
    public static final class NotStarted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotStarted(List<String> command, IOException cause) {
            super("Cannot be started: " + command.get(0), cause);
        }
    }

    /** It took too long. */
    public static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooSlow(List<String> command, Duration patience, String output) {
            super(
                    "%s was not at its end after %s. It had written:%n%s"
                            .formatted(String.join(" ", command), patience, output));
        }
    }
}
