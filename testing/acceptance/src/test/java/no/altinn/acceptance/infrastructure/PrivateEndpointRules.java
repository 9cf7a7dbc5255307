package no.altinn.acceptance.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.acceptance.infrastructure.bicep.Deployed;
import no.altinn.acceptance.infrastructure.bicep.Deployment;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Private endpoints: their groups and the zones that lead to them, as Azure's reference pairs them.
 */
final class PrivateEndpointRules {
    private static final Map<String, Map<String, String>> ZONES =
            Map.of(
                    "Microsoft.Storage/storageAccounts",
                    Map.of(
                            "blob", "privatelink.blob.core.windows.net",
                            "queue", "privatelink.queue.core.windows.net",
                            "table", "privatelink.table.core.windows.net",
                            "file", "privatelink.file.core.windows.net"),
                    "Microsoft.DocumentDB/databaseAccounts",
                    Map.of("Sql", "privatelink.documents.azure.com"),
                    "Microsoft.EventGrid/topics",
                    Map.of("topic", "privatelink.eventgrid.azure.net"),
                    "Microsoft.KeyVault/vaults",
                    Map.of("vault", "privatelink.vaultcore.azure.net"),
                    "Microsoft.Web/sites",
                    Map.of("sites", "privatelink.azurewebsites.net"),
                    "Microsoft.ApiManagement/service",
                    Map.of("Gateway", "privatelink.azure-api.net"));

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "every private endpoint has a group of its resource, and the zone of that group",
                            infrastructure ->
                                    infrastructure.inEach(
                                            "Microsoft.Network/privateEndpoints",
                                            PrivateEndpointRules::faults)),
                    new Rule(
                            "whatever is off the internet has a private endpoint for each thing that is kept in it",
                            PrivateEndpointRules::unreachable));

    private PrivateEndpointRules() {}

    private static JsonNode connection(Deployed endpoint) {
        return endpoint.properties()
                .path("privateLinkServiceConnections")
                .path(0)
                .path("properties");
    }

    private static Stream<String> faults(Deployment deployment, Deployed endpoint) {
        String target = connection(endpoint).path("privateLinkServiceId").asText();
        String group = connection(endpoint).path("groupIds").path(0).asText();
        String expected = ZONES.getOrDefault(type(target), Map.of()).getOrDefault(group, "none");
        List<String> zones =
                deployment
                        .all("Microsoft.Network/privateEndpoints/privateDnsZoneGroups")
                        .filter(one -> one.name().startsWith(endpoint.name() + "/"))
                        .flatMap(one -> one.properties().findValues("privateDnsZoneId").stream())
                        .map(JsonNode::asText)
                        .toList();
        boolean isLinked =
                deployment
                        .all("Microsoft.Network/privateDnsZones/virtualNetworkLinks")
                        .anyMatch(one -> one.name().startsWith(expected + "/"));
        return isLinked && zones.equals(List.of("/Microsoft.Network/privateDnsZones/" + expected))
                ? Stream.empty()
                : Stream.of("group %s of %s is in %s".formatted(group, target, zones));
    }

    private static String type(String id) {
        return ZONES.keySet().stream()
                .filter(type -> id.startsWith("/" + type + "/"))
                .findFirst()
                .orElse("");
    }

    private static List<String> unreachable(Infrastructure infrastructure) {
        return infrastructure.inEach(
                (deployment, one) ->
                        ZONES.containsKey(one.type())
                                        && one.properties()
                                                .path("publicNetworkAccess")
                                                .asText()
                                                .equals("Disabled")
                                ? needed(deployment, one)
                                        .filter(group -> !isReached(deployment, one, group))
                                        .map(
                                                group ->
                                                        "%s: %s has no endpoint of group %s"
                                                                .formatted(
                                                                        deployment.name(),
                                                                        one,
                                                                        group))
                                : Stream.empty());
    }

    private static Stream<String> needed(Deployment deployment, Deployed resource) {
        if (!resource.type().equals("Microsoft.Storage/storageAccounts")) {
            return ZONES.get(resource.type()).keySet().stream();
        }
        return Stream.of("blob", "queue")
                .filter(
                        group ->
                                deployment.resources().stream()
                                        .filter(one -> one.name().startsWith(resource.name() + "/"))
                                        .anyMatch(
                                                one ->
                                                        one.type()
                                                                .endsWith(
                                                                        group.equals("blob")
                                                                                ? "/containers"
                                                                                : "/queues")));
    }

    private static boolean isReached(Deployment deployment, Deployed resource, String group) {
        return deployment
                .all("Microsoft.Network/privateEndpoints")
                .map(PrivateEndpointRules::connection)
                .anyMatch(
                        one ->
                                one.path("privateLinkServiceId").asText().equals(resource.id())
                                        && one.path("groupIds").path(0).asText().equals(group));
    }
}
