package no.altinn.acceptance.infrastructure;

import static no.altinn.acceptance.infrastructure.PlantedFaults.found;
import static no.altinn.acceptance.infrastructure.PlantedFaults.in;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Planted faults outside of the sites and their rights. */
final class PlantedElsewhere {
    private static final String MAIN = "main.bicep";
    private static final String ALERTS = "modules/alerts.bicep";
    private static final String NETWORK = "modules/network.bicep";
    private static final String SITE = "modules/function-app.bicep";
    private static final String SUBSCRIPTION = "event-subscription.bicep";
    private static final String PROD = "parameters/prod.bicepparam";

    private PlantedElsewhere() {}

    static Stream<Map.Entry<Planted, String>> all() {
        return PlantedFaults.all(
                List.of(ofStorage(), ofLogs(), ofNetworks(), ofFiles(), PlantedForCompiler.all()));
    }

    private static Stream<Map.Entry<Planted, String>> ofStorage() {
        return PlantedFaults.all(
                List.of(
                        found(
                                "there is a queue for every function of a queue, and one for what it gives up",
                                in(MAIN, "'validations', ", "'validation', "),
                                in(MAIN, ", 'jobs-poison'", "")),
                        found(
                                "there is a container for every change feed, and one for its leases",
                                in(
                                        "cosmos-containers.json",
                                        "\"name\": \"leases\"",
                                        "\"name\": \"lease\"")),
                        found(
                                "what the topic cannot deliver has a container, and is deleted there some day",
                                in(SUBSCRIPTION, "'undelivered'", "'undeliverable'")),
                        found(
                                "every site keeps its package where there is a container, and its leases where no other site does",
                                in(
                                        "modules/host.bicep",
                                        "containers: [packages]",
                                        "containers: ['package']"),
                                in(
                                        MAIN,
                                        "storageName: eventsWorkerHost.outputs.storageName",
                                        "storageName: eventsApiHost.outputs.storageName")),
                        found(
                                "throughput scales in steps of 1000 request units",
                                in(PROD, "events: 20000", "events: 20500"))));
    }

    private static Stream<Map.Entry<Planted, String>> ofLogs() {
        return PlantedFaults.all(
                List.of(
                        found(
                                "every category of a log is one that the resource has",
                                in(
                                        "modules/topic.bicep",
                                        "'DeliveryFailures'",
                                        "'DeliveryFailure'")),
                        found(
                                "alerts on logs look as often, and as far back, as Azure lets them",
                                in(ALERTS, "window: 'PT15M'", "window: 'PT20M'")),
                        found(
                                "alerts on metrics look as often, and as far back, as Azure lets them",
                                in(
                                        ALERTS,
                                        "evaluationFrequency: 'PT5M'",
                                        "evaluationFrequency: 'PT3M'")),
                        found(
                                "every metric that an alert looks at is one of the resource it looks at",
                                in(ALERTS, "'NormalizedRUConsumption'", "'NormalizedRUUsage'")),
                        found(
                                "every query asks for tables and columns that there are",
                                in(ALERTS, "'AppMetrics | ", "'AppMetric | "),
                                in("workbook.json", "DurationMs", "Duration"),
                                in("workbook.json", "AppRoleInstance", "RoleInstance")),
                        found(
                                "every metric that a query asks for is told by an app",
                                in(ALERTS, "\"events.relay.lag\"", "\"events.relay.delay\"")),
                        found(
                                "every function that a query asks for is a function of an app",
                                in(ALERTS, "\"RelayMessages\"", "\"RelayMessage\""))));
    }

    private static Stream<Map.Entry<Planted, String>> ofNetworks() {
        return PlantedFaults.all(
                List.of(
                        found(
                                "the parts of a network are inside of it and do not overlap",
                                in(PROD, "/16'", "/22'"),
                                in(NETWORK, "24, i)", "27, 0)")),
                        found(
                                "every site calls out from a part of the network that is given to such sites, and to it alone",
                                in(
                                        NETWORK,
                                        "'Microsoft.App/environments'",
                                        "'Microsoft.Web/serverFarms'"),
                                in(
                                        MAIN,
                                        "network.outputs.restSubnetId",
                                        "network.outputs.eventsApiSubnetId")),
                        found(
                                "sites call out from addresses that receivers can know",
                                in(NETWORK, "callsOut: true", "callsOut: false")),
                        found(
                                "every private endpoint has a group of its resource, and the zone of that group",
                                in(
                                        MAIN,
                                        "privatelink.vaultcore.azure.net",
                                        "privatelink.vault.azure.net"),
                                in(MAIN, "group: 'Sql'", "group: 'cosmos'"),
                                in(MAIN, "      tableZone\n", "")),
                        found(
                                "who may call a site is told by a range, a subnet or a tag that there is",
                                in(MAIN, "'AzureEventGrid'", "'EventGrid'"))));
    }

    private static Stream<Map.Entry<Planted, String>> ofFiles() {
        return PlantedFaults.all(
                List.of(
                        found(
                                "every name is one that Azure takes",
                                in(
                                        MAIN,
                                        "storageName: '${compactName}i'",
                                        "storageName: '${name}i'")),
                        found(
                                "no two resources have one name",
                                in(
                                        MAIN,
                                        "storageName: '${compactName}w'",
                                        "storageName: '${compactName}i'")),
                        found(
                                "every parameter without a default is given, exists and is in its bounds",
                                in(MAIN, "httpConcurrency: 100", "httpConcurrency: 1001"),
                                in(
                                        "parameters/tt02.bicepparam",
                                        "param appsDomain",
                                        "param domain")),
                        found(
                                "every output that is used is one of the module",
                                in(
                                        MAIN,
                                        "network.outputs.restSubnetId",
                                        "network.outputs.restSubnet")),
                        found(
                                "no interface of Azure is used in a preview, unless there is no other",
                                in(
                                        SITE,
                                        "Microsoft.Web/sites@2024-11-01",
                                        "Microsoft.Web/sites@2024-11-01-preview")),
                        found(
                                "times and amounts are in the bounds that Azure has for them",
                                in(
                                        SUBSCRIPTION,
                                        "eventTimeToLiveInMinutes: 1440",
                                        "eventTimeToLiveInMinutes: 2880"))));
    }
}
