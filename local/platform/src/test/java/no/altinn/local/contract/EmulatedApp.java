package no.altinn.local.contract;

import no.altinn.local.EmulatedHost;
import no.altinn.local.emulators.EmulatorsExample;

import org.awaitility.Awaitility;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Events app in a process of its own, as {@code func start} runs it in the folder in which it
 * is staged: with the settings of the example for emulators, of which nothing but ports is another.
 */
final class EmulatedApp implements AutoCloseable {
    private static final String ANY_AZURITE = "UseDevelopmentStorage=true";

    private final Process process;
    private final Path log;
    private final URI base;
    private final HttpClient http;

    private EmulatedApp(Process process, Path log, URI base, HttpClient http) {
        this.process = process;
        this.log = log;
        this.base = base;
        this.http = http;
    }

    /**
     * Starts it and waits until it runs.
     *
     * @param repository the folder that the example's path of the keys leads back to
     */
    static EmulatedApp start(
            Path repository, URI platform, URI cosmos, String queues, String blobs) {
        try {
            int port = freePort();
            URI base = URI.create("http://localhost:" + port + "/");
            Map<String, String> settings = new HashMap<>(EmulatorsExample.ofEmulators());
            settings.replaceAll(
                    (name, value) ->
                            value.replace("http://localhost:7071/", platform.toString())
                                    .replace("http://localhost:7073/", base.toString())
                                    .replace("http://localhost:8081/", cosmos.toString()));
            settings.replace("Queues", ANY_AZURITE, queues);
            settings.replace("Blobs", ANY_AZURITE, blobs);
            Path folder =
                    Files.createDirectories(
                            repository.resolve("functions/events/target/azure-functions/events"));
            Path log = folder.resolve("log");
            ProcessBuilder builder =
                    new ProcessBuilder(command(port))
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            builder.environment().putAll(settings);
            EmulatedApp app =
                    new EmulatedApp(builder.start(), log, base, HttpClient.newHttpClient());
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(app::isReady);
            return app;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(int port) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                EmulatedHost.class.getName(),
                Integer.toString(port));
    }

    /** The other process runs in another folder. */
    private static String absolute(String classPath) {
        return String.join(
                File.pathSeparator,
                Arrays.stream(classPath.split(File.pathSeparator, -1))
                        .map(one -> Path.of(one).toAbsolutePath().toString())
                        .toList());
    }

    /** The app has to know its own address before it listens. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() throws IOException {
        String text = output();
        if (!process.isAlive()) {
            throw new IllegalStateException("It ended:\n" + text);
        }
        return text.lines().anyMatch("Ready"::equals);
    }

    /** The text that it has printed. */
    String output() throws IOException {
        return Files.readString(log);
    }

    /** A call of the Events API; the path begins below {@code events/api/v1/}. */
    Call api(String method, String path) {
        return Call.of(http, method, URI.create(base + Platform.API + path));
    }

    /** Sends SIGKILL. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
