package no.altinn.bench;

import no.altinn.events.azure.cosmos.CosmosConnection;
import no.altinn.events.azure.cosmos.CosmosSettings;
import no.altinn.events.azure.cosmos.DatabaseSetup;
import no.altinn.events.azure.cosmos.server.CosmosServer;
import no.altinn.platform.auth.TestTokens;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the Events app in new processes: making its composition root and the first publish, with
 * the flags that the Java worker has by default and with others. The database is the tests' server.
 */
public final class ColdStart {
    private static final int RUNS = 7;
    private static final String KEY = "a2V5";
    private static final List<String> WORKER =
            List.of("-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1");
    private static final List<String> RECOMMENDED =
            List.of("-XX:+UseSerialGC", "-Xmn16m", "-Dfile.encoding=UTF-8");
    private static final List<String> LONG_LIVED = List.of("-XX:TieredStopAtLevel=4");

    private ColdStart() {}

    /** Prints the median of each figure, for each set of flags. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
        TestTokens issuer = new TestTokens(Clock.systemUTC());
        try (CosmosServer cosmos = new CosmosServer();
                KeyServer keys = new KeyServer(issuer.keys())) {
            CosmosSettings settings =
                    new CosmosSettings(
                            cosmos.endpoint(), new CosmosSettings.AccountKey(KEY), "events", false);
            try (CosmosConnection connection = new CosmosConnection(settings)) {
                DatabaseSetup.createMissing(connection);
            }
            Map<String, String> environment = environment(cosmos, keys);
            System.out.println(
                    "flags: root ms, first publish ms, second publish ms, classes after the root,"
                            + " after the first publish");
            for (List<String> more :
                    List.of(List.<String>of(), RECOMMENDED, with(RECOMMENDED, LONG_LIVED))) {
                List<String> flags = with(WORKER, more);
                print(flags, medians(flags, environment, issuer));
            }
        }
    }

    private static List<String> with(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static void print(List<String> flags, double[] medians) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f, %.0f, %.1f, %.0f, %.0f%n",
                String.join(" ", flags),
                medians[0],
                medians[1],
                medians[2],
                medians[3],
                medians[4]);
    }

    private static double[] medians(
            List<String> flags, Map<String, String> environment, TestTokens issuer)
            throws IOException, InterruptedException {
        List<double[]> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            String token =
                    issuer.bearer(
                            claims ->
                                    claims.put("urn:altinn:org", "ttd")
                                            .put(
                                                    "scope",
                                                    "altinn:events.publish"
                                                            + " altinn:events.publish.admin"));
            runs.add(run(flags, environment, token));
        }
        double[] medians = new double[runs.get(0).length];
        for (int figure = 0; figure < medians.length; figure++) {
            int column = figure;
            medians[figure] =
                    runs.stream()
                            .map(run -> run[column])
                            .sorted(Comparator.naturalOrder())
                            .toList()
                            .get(RUNS / 2);
        }
        return medians;
    }

    private static double[] run(List<String> flags, Map<String, String> environment, String token)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-DCOSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED=true");
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(ColdPublish.class.getName(), token));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The app did not publish: " + output);
        }
        return Arrays.stream(output.split(" ")).mapToDouble(Double::parseDouble).toArray();
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
                Map.entry("KeyVault__Uri", "https://vault.example/"),
                Map.entry("Platform__OpenIdBaseUri", keys.openIdBase().toString()),
                Map.entry("Platform__Issuers", TestTokens.ISSUER),
                Map.entry("Platform__AuthorizationBaseUri", "https://platform.example/pdp/"),
                Map.entry("Platform__RegisterBaseUri", "https://platform.example/register/"),
                Map.entry("Platform__SubscriptionKey", "bench"),
                Map.entry("Platform__AccessTokenIssuers", "platform"));
    }
}
