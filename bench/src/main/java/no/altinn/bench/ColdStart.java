package no.altinn.bench;

import com.microsoft.azure.functions.HttpResponseMessage;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector;

import no.altinn.events.azure.cosmos.Containers;
import no.altinn.platform.azure.cosmos.CosmosSettings;
import no.altinn.platform.azure.cosmos.DatabaseSetup;
import no.altinn.testing.cosmos.CosmosServer;
import no.altinn.testing.functions.FakeMessage;
import no.altinn.testing.jose.TestTokens;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures staged Events apps in new processes: making the composition root and the first publish,
 * with the flags that the Java worker has by default and with others, on every core and on one. The
 * variants take turns, so that what else the machine does meets them all. The database is the
 * tests' server.
 */
public final class ColdStart {
    private static final int RUNS = 7;
    private static final String KEY = "a2V5";
    private static final String WITHOUT_TLS = "COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED";
    private static final List<String> WORKER =
            List.of(
                    "-XX:+TieredCompilation",
                    "-XX:TieredStopAtLevel=1",
                    "-noverify",
                    "-Djava.net.preferIPv4Stack=true");
    private static final List<String> RECOMMENDED =
            List.of("-XX:+UseSerialGC", "-Xmn16m", "-Dfile.encoding=UTF-8");
    private static final List<String> LONG_LIVED =
            List.of(
                    "-XX:+UseSerialGC",
                    "-Xmn16m",
                    "-Dfile.encoding=UTF-8",
                    "-XX:TieredStopAtLevel=4");
    private static final List<String> ONE_CORE = List.of("taskset", "-c", "0");

    /** What is tried with every app: flags beside the worker's, and what stands before java. */
    private record Setting(String name, List<String> flags, List<String> prefix) {}

    private static final List<Setting> SETTINGS =
            List.of(
                    new Setting("worker's flags", List.of(), List.of()),
                    new Setting("recommended flags", RECOMMENDED, List.of()),
                    new Setting("recommended flags, long-lived", LONG_LIVED, List.of()),
                    new Setting("worker's flags, one core", List.of(), ONE_CORE),
                    new Setting("recommended flags, one core", RECOMMENDED, ONE_CORE));

    private ColdStart() {}

    /**
     * Prints the median of each figure for each variant, or writes the list of classes that the app
     * loads ahead.
     *
     * @param arguments the folders of one or more staged apps; or {@code --list}, a folder and the
     *     file to write
     */
    public static void main(String[] arguments) throws Exception {
        System.setProperty(WITHOUT_TLS, "true");
        TestTokens issuer = new TestTokens(Clock.systemUTC());
        try (CosmosServer cosmos = new CosmosServer();
                KeyServer keys = new KeyServer(issuer.keys())) {
            CosmosSettings settings =
                    new CosmosSettings(
                            cosmos.endpoint(), new CosmosSettings.AccountKey(KEY), "events", false);
            DatabaseSetup.connect(settings, Containers.ALL).close();
            Map<String, String> environment = environment(cosmos, keys);
            if (arguments[0].equals("--list")) {
                writeList(arguments[1], Path.of(arguments[2]), environment, issuer);
                return;
            }
            Map<String, ProcessBuilder> variants = variants(List.of(arguments), issuer);
            variants.values().forEach(one -> one.environment().putAll(environment));
            print(measured(variants));
        }
    }

    private static void writeList(
            String app, Path list, Map<String, String> environment, TestTokens issuer)
            throws Exception {
        Path log = Files.createTempFile("classes", ".log");
        Setting logging =
                new Setting(
                        "loading",
                        List.of(
                                "-Xlog:class+load:file=" + log,
                                "-D" + ColdPublish.WITHOUT_LIST + "=true"),
                        List.of());
        ProcessBuilder command = new ProcessBuilder(command(logging, app, token(issuer)));
        command.environment().putAll(environment);
        ColdRun.of(command);
        Files.write(list, LoadedClasses.of(Files.readAllLines(log)));
        Files.delete(log);
    }

    private static Map<String, ProcessBuilder> variants(List<String> apps, TestTokens issuer) {
        Map<String, ProcessBuilder> variants = new LinkedHashMap<>();
        for (Setting setting : SETTINGS) {
            for (String app : apps) {
                variants.put(
                        setting.name() + " | " + app,
                        new ProcessBuilder(command(setting, app, token(issuer))));
            }
        }
        return variants;
    }

    private static String token(TestTokens issuer) {
        return issuer.bearer(
                claims ->
                        claims.put("urn:altinn:org", "ttd")
                                .put("exp", claims.get("nbf").asLong() + 36_000)
                                .put("scope", "altinn:events.publish altinn:events.publish.admin"));
    }

    private static List<String> command(Setting setting, String app, String token) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(
                        setting.prefix(),
                        List.of(java),
                        WORKER,
                        setting.flags(),
                        List.of("-D" + WITHOUT_TLS + "=true", "-cp", workersLibraries()),
                        List.of(ColdPublish.class.getName(), app, token))
                .flatMap(List::stream)
                .toList();
    }

    /** What is there before the app: of the worker's libraries, those that the app sees. */
    private static String workersLibraries() {
        return Stream.of(
                        ColdPublish.class,
                        FakeMessage.class,
                        FunctionInstanceInjector.class,
                        FunctionName.class,
                        HttpResponseMessage.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Map<String, List<ColdRun>> measured(Map<String, ProcessBuilder> variants)
            throws Exception {
        Map<String, List<ColdRun>> runs = new LinkedHashMap<>();
        for (int round = 0; round <= RUNS; round++) {
            for (Map.Entry<String, ProcessBuilder> variant : variants.entrySet()) {
                ColdRun run = ColdRun.of(variant.getValue());
                // The first round brings the files into memory.
                if (round > 0) {
                    runs.computeIfAbsent(variant.getKey(), name -> new ArrayList<>()).add(run);
                }
            }
        }
        return runs;
    }

    private static void print(Map<String, List<ColdRun>> runs) {
        System.out.println(
                "setting | app | total ms | cpu ms | root ms | first publish ms | second ms");
        runs.forEach(
                (variant, all) -> {
                    ColdRun median = ColdRun.median(all);
                    System.out.printf(
                            Locale.ROOT,
                            "%s | %.0f | %.0f | %.0f | %.0f | %.1f%n",
                            variant,
                            median.total(),
                            median.cpu(),
                            median.root(),
                            median.first(),
                            median.second());
                });
    }

    private static Map<String, String> environment(CosmosServer cosmos, KeyServer keys) {
        return Map.ofEntries(
                Map.entry("Events__Backend", "azure"),
                Map.entry("Events__BaseUri", "https://platform.example/"),
                Map.entry("Events__AppsDomain", "apps.platform.example"),
                Map.entry(
                        "Cosmos",
                        "AccountEndpoint=" + cosmos.endpoint() + ";AccountKey=" + KEY + ";"),
                Map.entry("Cosmos__Database", "events"),
                Map.entry("EventGrid__TopicEndpoint", "https://topic.example/api/events"),
                Map.entry("Queues__queueServiceUri", "https://queues.example/"),
                // As in Azure, the app asks a port of its own machine for its identity; here in
                // vain.
                Map.entry("IDENTITY_ENDPOINT", keys.openIdBase().resolve("identity").toString()),
                Map.entry("IDENTITY_HEADER", "bench"),
                Map.entry("KeyVault__Uri", "https://vault.example/"),
                Map.entry("KeyVault__CursorKey", "cursor-key"),
                Map.entry("KeyVault__WebhookKey", "webhook-key"),
                Map.entry("Platform__OpenIdBaseUri", keys.openIdBase().toString()),
                Map.entry("Platform__Issuers", TestTokens.ISSUER),
                Map.entry("Platform__AuthorizationBaseUri", "https://platform.example/pdp/"),
                Map.entry("Platform__RegisterBaseUri", "https://platform.example/register/"),
                Map.entry("Platform__SubscriptionKey", "bench"),
                Map.entry("Platform__AccessTokenIssuers", "platform"));
    }
}
