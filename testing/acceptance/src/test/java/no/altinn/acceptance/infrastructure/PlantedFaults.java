package no.altinn.acceptance.infrastructure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Faults of the kinds that deployments fail by or, worse, do not, with the rules that find them.
 */
final class PlantedFaults {
    private static final String MAIN = "main.bicep";
    private static final String ALERTS = "modules/alerts.bicep";
    private static final String NETWORK = "modules/network.bicep";
    private static final String SITE = "modules/function-app.bicep";
    private static final String SUBSCRIPTION = "event-subscription.bicep";
    private static final String PROD = "parameters/prod.bicepparam";

    private PlantedFaults() {}

    /** Every fault, with the sentence of the rule that finds it. */
    static Stream<Map.Entry<Planted, String>> all() {
        return Stream.of(ofRights(), ofSites(), ofStorage(), ofLogs(), ofNetworks(), ofFiles())
                .flatMap(group -> group);
    }

    private static Planted in(String file, String right, String wrong) {
        return new Planted("infra-bicep/" + file, right, wrong);
    }

    private static Stream<Map.Entry<Planted, String>> found(String rule, Planted... faults) {
        return Stream.of(faults).map(fault -> Map.entry(fault, rule));
    }

    private static Stream<Map.Entry<Planted, String>> all(
            List<Stream<Map.Entry<Planted, String>>> groups) {
        return groups.stream().flatMap(group -> group);
    }

    private static Stream<Map.Entry<Planted, String>> ofRights() {
        return all(
                List.of(
                        found(
                                "every id of a role is one of Azure's, and is called what Azure calls it",
                                in("modules/storage.bicep", "c6a89b2d-59bc", "c6a89b2d-58bc"),
                                in(
                                        "modules/key-vault.bicep",
                                        "4633458b-17de-408a-b874-0445c86b69e6",
                                        "b86a8fe4-44ce-4948-aee5-eccb2c155cd7")),
                        found(
                                "every site has the roles that its settings and functions need",
                                in(
                                        MAIN,
                                        "eventsWorkerHost.outputs.principalId, role: 'queueContributor'",
                                        "eventsWorkerHost.outputs.principalId, role: 'queueSender'"),
                                in(
                                        MAIN,
                                        "eventsPrincipalIds: [eventsApiHost.outputs.principalId, ",
                                        "eventsPrincipalIds: ["),
                                in(
                                        MAIN,
                                        "KeyVault__Uri: authenticationVault.outputs.uri",
                                        "KeyVault__Uri: eventsVault.outputs.uri")),
                        found(
                                "every site acts as its own identity",
                                in(
                                        MAIN,
                                        "Cosmos__clientId: eventsWorkerHost.outputs.clientId",
                                        "Cosmos__clientId: eventsApiHost.outputs.clientId")),
                        found(
                                "the topic may write what it cannot deliver",
                                in(
                                        MAIN,
                                        "deadLetterPrincipalId: topicIdentity.outputs.principalId",
                                        "deadLetterPrincipalId: eventsApiHost.outputs.principalId"))));
    }

    private static Stream<Map.Entry<Planted, String>> ofSites() {
        return all(
                List.of(
                        found(
                                "what is always ready is a group that scales, of functions that run there",
                                in(MAIN, "function:RelayEvents", "function:DeliverEvent"),
                                in(MAIN, "function:RelayEvents", "function:RelayEvent")),
                        found(
                                "sites have sizes that Flex Consumption has",
                                in(SITE, "instanceMemoryMB: 2048", "instanceMemoryMB: 1024")),
                        found(
                                "sites have a Java that the apps are compiled for",
                                in(SITE, "version: '17'", "version: '11'")),
                        found(
                                "every setting of a site is read by its app or its host",
                                in(
                                        MAIN,
                                        "Events__MaxSubscriptions",
                                        "Events__MaximumSubscriptions")),
                        found(
                                "the settings of every site are those that its app takes: none is missing or wrong",
                                in(MAIN, "  Platform__Issuers: acceptedIssuers\n", ""),
                                in(
                                        MAIN,
                                        "retrySchedule string = ''",
                                        "retrySchedule string = '1m'")),
                        found(
                                "every secret that a setting names is made by a step of the guide",
                                in(MAIN, "'cursor-key'", "'cursors-key'")),
                        found(
                                "every function of an app runs on exactly one of its sites",
                                in(
                                        MAIN,
                                        "disabledFunctions: eventsFunctions.worker",
                                        "disabledFunctions: eventsFunctions.api"),
                                in(
                                        MAIN,
                                        "disabledFunctions: eventsFunctions.api",
                                        "disabledFunctions: []")),
                        found(
                                "only functions that there are can be switched off",
                                in("events-functions.json", "\"SweepJobs\"", "\"SweepJob\"")),
                        found(
                                "the topic calls a function that Event Grid starts, on the site that runs it",
                                in(
                                        SUBSCRIPTION,
                                        "functions/DeliverEvent'",
                                        "functions/DeliverEvents'")),
                        found(
                                "the topic calls with one CloudEvent at a time, which is what the function reads",
                                in(SUBSCRIPTION, "maxEventsPerBatch: 1", "maxEventsPerBatch: 10"),
                                in(
                                        SUBSCRIPTION,
                                        "eventDeliverySchema: 'CloudEventSchemaV1_0'",
                                        "eventDeliverySchema: 'EventGridSchema'"))));
    }

    private static Stream<Map.Entry<Planted, String>> ofStorage() {
        return all(
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
        return all(
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
        return all(
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
        return all(
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
