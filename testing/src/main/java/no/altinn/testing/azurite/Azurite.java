package no.altinn.testing.azurite;

import static org.awaitility.Awaitility.await;

import no.altinn.testing.node.BuildFolder;
import no.altinn.testing.node.NodeMissing;
import no.altinn.testing.node.NodeTools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service of Azurite, which stands in for Azure Storage on one machine. It needs Node; its own
 * files go to the build's folder, once for all modules, from npm's cache where they are there.
 */
public final class Azurite implements AutoCloseable {
    private static final String MAIN = "dist/src/%s/main.js";
    private static final Pattern LISTENS = Pattern.compile("listens on (http://127.0.0.1:\\d+)");
    // Well known: every emulator of Azure Storage has this account.
    private static final String ACCOUNT = "devstoreaccount1";
    private static final String KEY =
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /** What of Azure Storage it stands in for. */
    enum Service {
        QUEUE("queue", "QueueEndpoint"),
        BLOB("blob", "BlobEndpoint");

        private final String folder;
        private final String endpoint;

        Service(String folder, String endpoint) {
            this.folder = folder;
            this.endpoint = endpoint;
        }
    }

    private final Service service;
    private final Process process;
    private final String address;

    private Azurite(Service service, Process process, String address) {
        this.service = service;
        this.process = process;
        this.address = address;
    }

    /**
     * Installs what is missing and starts it on a free port of loopback.
     *
     * @throws NodeMissing if this machine has no Node, or npm cannot install it
     */
    static Azurite start(Service service) {
        Path module = NodeTools.installed("azurite", Azurite.class).module("azurite");
        Path main = module.resolve(MAIN.formatted(service.folder));
        try {
            Path data = Files.createTempDirectory(BuildFolder.of(Path.of("")), "azurite");
            Path log = data.resolve("azurite.log");
            Process process =
                    new ProcessBuilder(
                                    "node",
                                    main.toString(),
                                    "--" + service.folder + "Host",
                                    "127.0.0.1",
                                    "--" + service.folder + "Port",
                                    "0",
                                    "--location",
                                    data.toString(),
                                    "--skipApiVersionCheck",
                                    "--disableTelemetry")
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            // The JVM may end without closing anything.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new Azurite(service, process, address(process, log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(Process process, Path log) {
        return await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> {
                            if (!process.isAlive()) {
                                throw new IllegalStateException(Files.readString(log));
                            }
                            Matcher listens = LISTENS.matcher(Files.readString(log));
                            return listens.find() ? listens.group(1) : "";
                        },
                        found -> !found.isEmpty());
    }

    /** How its account is reached. */
    public String connectionString() {
        return "DefaultEndpointsProtocol=http;AccountName=%s;AccountKey=%s;%s=%s/%s;"
                .formatted(ACCOUNT, KEY, service.endpoint, address, ACCOUNT);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
