package no.altinn.local.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The local platform in a process of its own: one that can be killed. */
final class PlatformProcess implements AutoCloseable {
    private static final Pattern READY =
            Pattern.compile("Ready on (http://localhost:\\d+) \\([1-9]\\d* functions\\)");
    private static final long LONGEST_WAIT_SECONDS = 60;

    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<URI> ready = new CompletableFuture<>();
    private final Thread reader = new Thread(this::read, "platform-output");

    private PlatformProcess(Process process) {
        this.process = process;
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it with a command line. */
    static PlatformProcess start(String... arguments) {
        return start(Map.of(), arguments);
    }

    /** Starts it with a command line, and variables in its environment beside those of this one. */
    static PlatformProcess start(Map<String, String> environment, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dfile.encoding=UTF-8",
                                "-Daltinn.home=" + Repository.root(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "no.altinn.local.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return new PlatformProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                output.add(line + "\n");
                Matcher matcher = READY.matcher(line);
                if (matcher.matches()) {
                    ready.complete(URI.create(matcher.group(1) + "/"));
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            output.add("(the output broke: " + e.getMessage() + ")\n");
        }
        ready.completeExceptionally(new IllegalStateException("It ended:\n" + output()));
    }

    /** Where it is reached, as soon as it says that it is ready. */
    URI ready() throws Exception {
        return ready.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    }

    /** What it has printed; all of it once it has ended. */
    String output() {
        return String.join("", output);
    }

    /** Sends SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** Sends SIGTERM. */
    int terminate() throws InterruptedException {
        // Through its handle: the process itself would close the pipe of its last words.
        process.toHandle().destroy();
        return exitCode();
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS))
                .as(() -> "It has not ended:\n" + output())
                .isTrue();
        reader.join(TimeUnit.SECONDS.toMillis(LONGEST_WAIT_SECONDS));
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
