package no.altinn.local;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** The command line of the local platform. */
@Command(
        name = "run-local",
        mixinStandardHelpOptions = true,
        description = "Runs the whole system on this machine.")
public final class Main implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "7071",
            description = "the port to listen on (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "the address to listen on (default: ${DEFAULT-VALUE}, this machine only)")
    private String host;

    @Option(names = "--data", description = "where everything is kept (default: .local/)")
    private Path data;

    @Option(
            names = "--policies",
            paramLabel = "FILE",
            description =
                    "the policies (default: policies.json in the data directory, else in local/)")
    private Path policies;

    @Option(
            names = "--parties",
            paramLabel = "FILE",
            description =
                    "the parties (default: parties.json in the data directory, else in local/)")
    private Path parties;

    @Option(names = "--reset", description = "begin with an empty data directory")
    private boolean reset;

    @Option(names = "--quiet", description = "log warnings and errors only")
    private boolean quiet;

    /** Runs until it is stopped. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        LocalLogging.configure(quiet);
        Path home = Path.of(System.getProperty("altinn.home", "")).toAbsolutePath();
        Path directory = data == null ? home.resolve(".local") : data.toAbsolutePath();
        LocalPlatform platform;
        try {
            platform =
                    LocalPlatform.start(
                            new LocalOptions(
                                    home,
                                    host,
                                    port,
                                    directory,
                                    reset,
                                    Optional.ofNullable(policies).map(Path::toAbsolutePath),
                                    Optional.ofNullable(parties).map(Path::toAbsolutePath)),
                            System.getenv(),
                            Clock.systemUTC());
        } catch (RuntimeException e) {
            System.err.println(FailedStart.explain(e, directory).orElseThrow(() -> e));
            return 1;
        }
        // The virtual machine waits for its hooks, so Ctrl-C stops the platform cleanly.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform), "stop"));
        System.out.println(
                Banner.of(
                        platform.base(),
                        platform.secureBase(),
                        platform.functions(),
                        directory,
                        platform.policies(),
                        AzureSites.of(home)));
        new CountDownLatch(1).await();
        return 0;
    }

    private static void stop(LocalPlatform platform) {
        try {
            platform.close();
            System.out.println("Stopped.");
        } catch (RuntimeException e) {
            System.err.println("Not stopped cleanly: " + e);
        }
    }
}
