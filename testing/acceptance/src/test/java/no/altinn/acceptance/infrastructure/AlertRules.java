package no.altinn.acceptance.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.acceptance.infrastructure.bicep.Deployed;
import no.altinn.acceptance.infrastructure.bicep.Deployment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How often alerts look, and at which metrics. */
final class AlertRules {
    private static final Set<String> LOG_WINDOWS =
            Set.of(
                    "PT1M", "PT5M", "PT10M", "PT15M", "PT30M", "PT45M", "PT1H", "PT2H", "PT3H",
                    "PT4H", "PT5H", "PT6H", "P1D", "P2D");
    private static final Set<String> METRIC_WINDOWS =
            Set.of("PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "PT12H", "P1D");
    private static final Set<String> METRIC_FREQUENCIES =
            Set.of("PT1M", "PT5M", "PT15M", "PT30M", "PT1H");

    /**
     * Metrics that Azure keeps of a type of resource, with their dimensions: those that alerts use.
     */
    private static final Map<String, Map<String, Set<String>>> METRICS =
            Map.of(
                    "Microsoft.DocumentDB/databaseAccounts",
                    Map.of(
                            "TotalRequests",
                            Set.of(
                                    "DatabaseName",
                                    "CollectionName",
                                    "Region",
                                    "StatusCode",
                                    "OperationType",
                                    "Status"),
                            "TotalRequestUnits",
                            Set.of(
                                    "DatabaseName",
                                    "CollectionName",
                                    "Region",
                                    "StatusCode",
                                    "OperationType",
                                    "Status"),
                            "NormalizedRUConsumption",
                            Set.of(
                                    "DatabaseName",
                                    "CollectionName",
                                    "Region",
                                    "PartitionKeyRangeId",
                                    "PhysicalPartitionId")),
                    "Microsoft.EventGrid/topics",
                    Map.of(
                            "DeadLetteredCount",
                            Set.of("DeadLetterReason", "EventSubscriptionName"),
                            "DroppedEventCount",
                            Set.of("DropReason", "EventSubscriptionName"),
                            "DeliveryAttemptFailCount",
                            Set.of("Error", "ErrorType", "EventSubscriptionName"),
                            "PublishFailCount",
                            Set.of("ErrorType", "Error"),
                            "PublishSuccessCount",
                            Set.of()),
                    "Microsoft.Storage/storageAccounts",
                    Map.of(
                            "Transactions",
                            Set.of(
                                    "ResponseType",
                                    "GeoType",
                                    "ApiName",
                                    "Authentication",
                                    "TransactionType"),
                            "Availability",
                            Set.of("GeoType", "ApiName", "Authentication")),
                    "Microsoft.KeyVault/vaults",
                    Map.of(
                            "ServiceApiResult",
                            Set.of("ActivityType", "ActivityName", "StatusCode", "StatusCodeClass"),
                            "Availability",
                            Set.of(
                                    "ActivityType",
                                    "ActivityName",
                                    "StatusCode",
                                    "StatusCodeClass")));

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "alerts on logs look as often, and as far back, as Azure lets them",
                            infrastructure ->
                                    infrastructure.inEach(
                                            "Microsoft.Insights/scheduledQueryRules",
                                            (deployment, one) ->
                                                    times(one, LOG_WINDOWS, LOG_WINDOWS))),
                    new Rule(
                            "alerts on metrics look as often, and as far back, as Azure lets them",
                            infrastructure ->
                                    infrastructure.inEach(
                                            "Microsoft.Insights/metricAlerts",
                                            (deployment, one) ->
                                                    times(
                                                            one,
                                                            METRIC_FREQUENCIES,
                                                            METRIC_WINDOWS))),
                    new Rule(
                            "every metric that an alert looks at is one of the resource it looks at",
                            infrastructure ->
                                    infrastructure.inEach(
                                            "Microsoft.Insights/metricAlerts",
                                            AlertRules::metrics)),
                    new Rule(
                            "an alert on logs reports the column that its query makes",
                            infrastructure ->
                                    infrastructure.inEach(
                                            "Microsoft.Insights/scheduledQueryRules",
                                            (deployment, one) -> columns(one))));

    private AlertRules() {}

    private static Stream<String> times(
            Deployed alert, Set<String> frequencies, Set<String> windows) {
        String frequency = alert.properties().path("evaluationFrequency").asText();
        String window = alert.properties().path("windowSize").asText();
        if (!frequencies.contains(frequency) || !windows.contains(window)) {
            return Stream.of("every %s over %s".formatted(frequency, window));
        }
        return Duration.parse(window).compareTo(Duration.parse(frequency)) < 0
                ? Stream.of("sees only %s of every %s".formatted(window, frequency))
                : Stream.empty();
    }

    private static Stream<String> metrics(Deployment deployment, Deployed alert) {
        List<String> faults = new ArrayList<>();
        String scope = alert.properties().path("scopes").path(0).asText();
        for (JsonNode criterion : alert.properties().path("criteria").path("allOf")) {
            String namespace = criterion.path("metricNamespace").asText();
            String metric = criterion.path("metricName").asText();
            Map<String, Set<String>> known = METRICS.getOrDefault(namespace, Map.of());
            if (!scope.startsWith("/" + namespace + "/") || !known.containsKey(metric)) {
                faults.add("no metric %s of %s for %s".formatted(metric, namespace, scope));
                continue;
            }
            criterion
                    .path("dimensions")
                    .forEach(
                            dimension -> {
                                String name = dimension.path("name").asText();
                                if (!known.get(metric).contains(name)) {
                                    faults.add("no dimension %s of %s".formatted(name, metric));
                                }
                            });
        }
        if (deployment.resources().stream().noneMatch(one -> scope.equals(one.id()))) {
            faults.add("looks at nothing that is deployed: " + scope);
        }
        return faults.stream();
    }

    private static Stream<String> columns(Deployed alert) {
        List<String> faults = new ArrayList<>();
        for (JsonNode criterion : alert.properties().path("criteria").path("allOf")) {
            String column = criterion.path("metricMeasureColumn").asText("");
            if (!column.isEmpty() && !criterion.path("query").asText().contains(column + " = ")) {
                faults.add("no column %s in %s".formatted(column, criterion.path("query")));
            }
        }
        return faults.stream();
    }
}
