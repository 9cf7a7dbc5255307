package no.altinn.acceptance.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Queries of logs, in alerts and in the workbook. */
final class QueryRules {
    private static final Pattern METRIC = Pattern.compile("\"([a-z]+(?:\\.[a-z_]+)+)\"");

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "every query asks for tables and columns that there are",
                            infrastructure -> faults(infrastructure, KustoQuery::unknown)),
                    new Rule(
                            "every metric that a query asks for is told by an app",
                            infrastructure -> faults(infrastructure, QueryRules::untold)),
                    new Rule(
                            "every function that a query asks for is a function of an app",
                            infrastructure ->
                                    faults(infrastructure, QueryRules::unknownFunctions)));

    private QueryRules() {}

    private interface Check {
        Stream<String> faults(KustoQuery query);
    }

    private static List<String> faults(Infrastructure infrastructure, Check check) {
        return queries(infrastructure)
                .flatMap(
                        query ->
                                check.faults(query)
                                        .map(fault -> "%s: %s".formatted(fault, query.text())))
                .toList();
    }

    private static Stream<KustoQuery> queries(Infrastructure infrastructure) {
        Stream<String> ofAlerts =
                infrastructure.environments().stream()
                        .flatMap(one -> one.all("Microsoft.Insights/scheduledQueryRules"))
                        .flatMap(one -> one.properties().findValues("query").stream())
                        .map(JsonNode::asText);
        Stream<String> ofPages =
                infrastructure.named("workbook.json").stream()
                        .map(file -> Json.parse(infrastructure.text(file)))
                        .flatMap(page -> page.findValues("query").stream())
                        .map(JsonNode::asText);
        return Stream.concat(ofAlerts, ofPages).distinct().map(KustoQuery::new);
    }

    private static Stream<String> untold(KustoQuery query) {
        if (!query.table().equals("AppMetrics")) {
            return Stream.empty();
        }
        Set<String> told = Told.METRICS;
        return query.comparedWith("Name").stream()
                .filter(name -> !told.contains(name))
                .map(name -> "metric " + name);
    }

    private static Stream<String> unknownFunctions(KustoQuery query) {
        if (!query.table().equals("AppRequests")) {
            return Stream.empty();
        }
        Set<String> known =
                AppFunction.all().stream().map(AppFunction::name).collect(Collectors.toSet());
        return query.comparedWith("OperationName").stream()
                .filter(name -> !known.contains(name))
                .map(name -> "function " + name);
    }

    /** The names of metrics in the code. */
    private static final class Told {
        static final Set<String> METRICS = read();

        private static Set<String> read() {
            Set<String> names = new HashSet<>();
            for (String sources : List.of("functions", "shared/src/main")) {
                try (Stream<Path> files = Files.walk(Path.of("..", "..", sources))) {
                    for (Path file : files.filter(Told::isMain).toList()) {
                        METRIC.matcher(Files.readString(file))
                                .results()
                                .forEach(one -> names.add(one.group(1)));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return Set.copyOf(names);
        }

        private static boolean isMain(Path file) {
            return file.toString().endsWith(".java") && !file.toString().contains("/src/test/");
        }
    }
}
