package no.altinn.bench.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A local platform in a process of its own. */
public final class Platform implements AutoCloseable {
    /** The event's subject, and the only one that the organisation's subscriptions may name. */
    static final String SUBJECT = "urn:altinn:organization:identifier-no:310000001";

    // About 1 KiB an event.
    private static final String PADDING = "x".repeat(760);

    private final Process process;
    private final int port;
    private final Path work;

    private Platform(Process process, int port, Path work) {
        this.process = process;
        this.port = port;
        this.work = work;
    }

    /**
     * Ends every process that this one has started when this one ends, also by Ctrl-C while a
     * platform starts.
     */
    public static void endAllWithThisProcess() {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () ->
                                        ProcessHandle.current()
                                                .descendants()
                                                .forEach(ProcessHandle::destroy),
                                "stop all"));
    }

    /**
     * Starts the build in a folder, on an empty data directory.
     *
     * @param home the folder with {@code run-local}
     * @param settings environment variables, by which settings are overridden
     */
    static Platform start(Path home, Map<String, String> settings) throws IOException {
        return startBy(home.resolve("run-local"), settings, Files.createTempDirectory("bench"));
    }

    /**
     * Starts the build in a folder.
     *
     * @param home the folder with {@code run-local}
     * @param data the data directory, which stays
     */
    public static Platform startOn(Path home, Path data) throws IOException {
        return startOver(home.resolve("run-local"), data);
    }

    /**
     * Starts a platform by a command of one's own.
     *
     * @param command takes the options of {@code run-local}
     * @param data the data directory, which stays
     */
    public static Platform startOver(Path command, Path data) throws IOException {
        return launch(command, Map.of(), Files.createTempDirectory("bench"), data);
    }

    /**
     * Starts a platform by a command of one's own, on an empty data directory.
     *
     * @param command takes the options of {@code run-local}
     * @param settings environment variables, by which settings are overridden
     * @param work an empty folder, for the data and the log; it is removed at the end
     */
    public static Platform startBy(Path command, Map<String, String> settings, Path work)
            throws IOException {
        return launch(command, settings, work, work.resolve("data"));
    }

    private static Platform launch(Path program, Map<String, String> settings, Path work, Path data)
            throws IOException {
        int port = freePort();
        ProcessBuilder command =
                new ProcessBuilder(
                                program.toString(),
                                "--quiet",
                                "--port",
                                String.valueOf(port),
                                "--data",
                                data.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(work.resolve("log").toFile());
        command.environment().putAll(settings);
        command.environment().put("Events__MaxSubscriptions", "20000");
        Platform platform = new Platform(command.start(), port, work);
        try {
            platform.awaitReady();
        } catch (IOException e) {
            platform.close();
            throw e;
        }
        return platform;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        Path log = work.resolve("log");
        while (Files.readAllLines(log).stream().noneMatch(line -> line.startsWith("Ready"))) {
            if (!process.isAlive()) {
                throw new IOException("The platform did not start:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(20_000_000);
        }
    }

    /** The lines of its log up to now. */
    public List<String> log() throws IOException {
        return Files.readAllLines(work.resolve("log"));
    }

    /** So many connections to it. */
    public Connections connections(int count) {
        return new Connections(port, count);
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** A token of service owner ttd. */
    public String ownersToken() throws IOException {
        return token(
                "org=ttd&orgNo=991825827&scopes=altinn:events.publish,altinn:events.subscribe");
    }

    /** A token of the organisation that {@link #SUBJECT} names. */
    String organisationsToken() throws IOException {
        return token("orgNo=310000001&scopes=altinn:events.subscribe");
    }

    /** A token of person A for the REST API, of the level of ID-porten. */
    public String personsToken() throws IOException {
        return token("GetPersonalToken", "userId=20000001&authLvl=3&scopes=altinn:enduser");
    }

    private String token(String query) throws IOException {
        return token("GetEnterpriseToken", query);
    }

    private String token(String tool, String query) throws IOException {
        String basic =
                Base64.getEncoder().encodeToString("bench:bench".getBytes(StandardCharsets.UTF_8));
        byte[] request =
                ("GET /api/"
                                + tool
                                + "?env=local&ttl=36000&"
                                + query
                                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic "
                                + basic
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8);
        return ask(request).body();
    }

    /** A request that stores one event. */
    public static byte[] publication(String token, String id, String resource) {
        return post(
                token,
                "/events/api/v1/events",
                "application/cloudevents+json",
                event(id, resource));
    }

    /** A request that stores several events. */
    public static byte[] publications(String token, Stream<String> events) {
        return post(
                token,
                "/events/api/v1/events",
                "application/cloudevents-batch+json",
                "[" + String.join(",", events.toList()) + "]");
    }

    /** An event of about 1 KiB. */
    public static String event(String id, String resource) {
        return ("{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"https://ttd.no/bench\",\"type\":\"bench.event\","
                        + "\"subject\":\"%s\",\"resource\":\"urn:altinn:resource:%s\",\"data\":{\"text\":\"%s\"}}")
                .formatted(id, SUBJECT, resource, PADDING);
    }

    /** A request that subscribes to all events of a resource. */
    static byte[] subscription(String token, String endPoint, String resource) {
        return subscribe(
                token,
                "{\"endPoint\":\"%s\",\"resourceFilter\":\"urn:altinn:resource:%s\"}"
                        .formatted(endPoint, resource));
    }

    /** A request that subscribes to a resource's events about one subject. */
    static byte[] subscription(String token, String endPoint, String resource, String subject) {
        return subscribe(
                token,
                "{\"endPoint\":\"%s\",\"resourceFilter\":\"urn:altinn:resource:%s\",\"subjectFilter\":\"%s\"}"
                        .formatted(endPoint, resource, subject));
    }

    private static byte[] subscribe(String token, String json) {
        return post(token, "/events/api/v1/subscriptions", "application/json", json);
    }

    private static byte[] post(String token, String path, String type, String body) {
        return ("POST "
                        + path
                        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + token
                        + "\r\nContent-Type: "
                        + type
                        + "\r\nContent-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The processor time that its process has taken, in seconds. */
    public double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
    }

    /** Sends it one request. */
    public Connection.Answer ask(byte[] request) throws IOException {
        try (Connection connection = new Connection(port)) {
            return connection.ask(request);
        }
    }

    /** Waits until its process takes less than a tenth of a core: what was begun has been done. */
    public void awaitRest() throws IOException {
        double before;
        do {
            before = cpuSeconds();
            LockSupport.parkNanos(1_000_000_000);
        } while (cpuSeconds() - before > 0.1);
    }

    /** Its process. */
    public long pid() {
        return process.pid();
    }

    /** Its share of memory (PSS), in MiB. */
    public double memory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup")).stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        try (Stream<Path> files = Files.walk(work)) {
            files.sorted(Comparator.reverseOrder()).forEach(Platform::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
