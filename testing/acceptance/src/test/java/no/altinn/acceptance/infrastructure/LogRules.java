package no.altinn.acceptance.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.acceptance.infrastructure.bicep.Deployed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Categories of logs, as Azure's reference of each resource type lists them. */
final class LogRules {
    private static final Set<String> STORAGE =
            Set.of("StorageRead", "StorageWrite", "StorageDelete");

    private static final Map<String, Set<String>> LOGS =
            Map.of(
                    "Microsoft.Web/sites",
                    Set.of("FunctionAppLogs", "AppServiceAuthenticationLogs"),
                    "Microsoft.KeyVault/vaults",
                    Set.of("AuditEvent", "AzurePolicyEvaluationDetails"),
                    "Microsoft.EventGrid/topics",
                    Set.of("DeliveryFailures", "PublishFailures", "DataPlaneRequests"),
                    "Microsoft.EventGrid/systemTopics",
                    Set.of("DeliveryFailures"),
                    "Microsoft.DocumentDB/databaseAccounts",
                    Set.of(
                            "DataPlaneRequests",
                            "DataPlaneRequests5M",
                            "DataPlaneRequests15M",
                            "QueryRuntimeStatistics",
                            "PartitionKeyStatistics",
                            "PartitionKeyRUConsumption",
                            "ControlPlaneRequests"),
                    "Microsoft.Storage/storageAccounts/blobServices",
                    STORAGE,
                    "Microsoft.Storage/storageAccounts/queueServices",
                    STORAGE,
                    "Microsoft.ApiManagement/service",
                    Set.of(
                            "GatewayLogs",
                            "WebSocketConnectionLogs",
                            "DeveloperPortalAuditLogs",
                            "GatewayLlmLogs",
                            "GatewayMCPLogs"),
                    "Microsoft.Network/networkSecurityGroups",
                    Set.of("NetworkSecurityGroupEvent", "NetworkSecurityGroupRuleCounter"));

    private static final Set<String> STORAGE_METRICS = Set.of("Transaction", "Capacity");

    private static final Map<String, Set<String>> METRICS =
            Map.of(
                    "Microsoft.Storage/storageAccounts/blobServices",
                    STORAGE_METRICS,
                    "Microsoft.Storage/storageAccounts/queueServices",
                    STORAGE_METRICS,
                    "Microsoft.DocumentDB/databaseAccounts",
                    Set.of("Requests", "SLI"));

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "every category of a log is one that the resource has",
                            infrastructure ->
                                    infrastructure.inEach(
                                            "Microsoft.Insights/diagnosticSettings",
                                            (deployment, one) -> faults(one))));

    private LogRules() {}

    private static Stream<String> faults(Deployed setting) {
        String type = setting.body().path("scope").path("type").asText();
        return Stream.concat(
                others(setting, "logs", LOGS.getOrDefault(type, Set.of())),
                others(setting, "metrics", METRICS.getOrDefault(type, Set.of("AllMetrics"))));
    }

    private static Stream<String> others(Deployed setting, String member, Set<String> known) {
        JsonNode logs = setting.properties().path(member);
        return StreamSupport.stream(logs.spliterator(), false)
                .map(log -> log.path("category").asText("(none)"))
                .filter(category -> !known.contains(category))
                .map(category -> "%s has no category %s".formatted(setting.scope(), category));
    }
}
