package no.altinn.acceptance.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The rules find faults of the kinds that deployments fail by, or worse, do not. */
class PlantedFaultsTest {
    private static final Infrastructure RIGHT = Infrastructure.ofRepository();
    private static final Map<String, Set<String>> BEFORE = new ConcurrentHashMap<>();

    static Stream<Arguments> faults() {
        return Stream.of(
                // Written down before the rules.
                fault("modules/storage.bicep", "c6a89b2d-59bc", "c6a89b2d-58bc", "every id of a role is one of Azure's, and is called what Azure calls it"),
                fault("modules/key-vault.bicep", "4633458b-17de-408a-b874-0445c86b69e6", "b86a8fe4-44ce-4948-aee5-eccb2c155cd7", "every id of a role is one of Azure's, and is called what Azure calls it"),
                fault("main.bicep", "function:RelayEvents", "function:DeliverEvent", "what is always ready is a group that scales, of functions that run there"),
                fault("main.bicep", "function:RelayEvents", "function:RelayEvent", "what is always ready is a group that scales, of functions that run there"),
                fault("modules/topic.bicep", "'DeliveryFailures'", "'DeliveryFailure'", "every category of a log is one that the resource has"),
                fault("main.bicep", "'validations', 'validations-poison'", "'validation', 'validation-poison'", "there is a queue for every function of a queue, and one for what it gives up"),
                fault("main.bicep", "privatelink.vaultcore.azure.net", "privatelink.vault.azure.net", "every private endpoint has a group of its resource, and the zone of that group"),
                fault("main.bicep", "group: 'Sql'", "group: 'cosmos'", "every private endpoint has a group of its resource, and the zone of that group"),
                fault("parameters/prod.bicepparam", "/16'", "/22'", "the parts of a network are inside of it and do not overlap"),
                fault("modules/function-app.bicep", "instanceMemoryMB: 2048", "instanceMemoryMB: 1024", "sites have sizes that Flex Consumption has"),
                fault("modules/alerts.bicep", "AppMetrics | where Name == \"deliveries.dead\"", "AppMetric | where Name == \"deliveries.dead\"", "every query asks for tables and columns that there are"),
                fault("workbook.json", "DurationMs", "Duration", "every query asks for tables and columns that there are"),
                fault("parameters/prod.bicepparam", "events: 20000", "events: 20500", "throughput scales in steps of 1000 request units"),
                fault("main.bicep", "Events__MaxSubscriptions", "Events__MaximumSubscriptions", "every setting of a site is read by its app or its host"),
                fault("main.bicep", "  Platform__Issuers: acceptedIssuers\n", "", "the settings of every site are those that its app takes: none is missing or wrong"),
                fault("event-subscription.bicep", "functions/DeliverEvent'", "functions/DeliverEvents'", "the topic calls a function that Event Grid starts, on the site that runs it"),
                fault("event-subscription.bicep", "blobContainerName: 'undelivered'", "blobContainerName: 'undeliverable'", "what the topic cannot deliver has a container, and is deleted there some day"),
                fault("main.bicep", "storageName: '${compactName}i'", "storageName: '${name}i'", "every name is one that Azure takes"),
                fault("modules/alerts.bicep", "window: 'PT15M'", "window: 'PT20M'", "alerts on logs look as often, and as far back, as Azure lets them"),
                fault("modules/alerts.bicep", "evaluationFrequency: 'PT5M'", "evaluationFrequency: 'PT3M'", "alerts on metrics look as often, and as far back, as Azure lets them"),
                // Thought of beside the rules.
                fault("modules/network.bicep", "'Microsoft.App/environments'", "'Microsoft.Web/serverFarms'", "every site calls out from a part of the network that is given to such sites, and to it alone"),
                fault("main.bicep", "'AzureEventGrid'", "'EventGrid'", "who may call a site is told by a range, a subnet or a tag that there is"),
                fault("main.bicep", "eventsWorker: 40", "eventsWorker: 30", "every parameter without a default is given, exists and is in its bounds"),
                fault("main.bicep", "disabledFunctions: eventsFunctions.worker", "disabledFunctions: eventsFunctions.api", "every function of an app runs on exactly one of its sites"),
                fault("events-functions.json", "\"SweepJobs\"", "\"SweepJob\"", "only functions that there are can be switched off"),
                fault("modules/alerts.bicep", "\"events.relay.lag\"", "\"events.relay.delay\"", "every metric that a query asks for is told by an app"),
                fault("modules/alerts.bicep", "'NormalizedRUConsumption'", "'NormalizedRUUsage'", "every metric that an alert looks at is one of the resource it looks at"),
                fault("main.bicep", "'cursor-key'", "'cursors-key'", "every secret that a setting names is made by a step of the guide"),
                fault("event-subscription.bicep", "eventTimeToLiveInMinutes: 1440", "eventTimeToLiveInMinutes: 2880", "times and amounts are in the bounds that Azure has for them"),
                fault("modules/function-app.bicep", "Microsoft.Web/sites@2024-11-01", "Microsoft.Web/sites@2024-11-01-preview", "no interface of Azure is used in a preview, unless there is no other"),
                fault("cosmos-containers.json", "\"name\": \"leases\"", "\"name\": \"lease\"", "there is a container for every change feed, and one for its leases"),
                fault("parameters/tt02.bicepparam", "param appsDomain", "param appDomain", "every parameter without a default is given, exists and is in its bounds"),
                fault("main.bicep", "storageName: '${compactName}w'", "storageName: '${compactName}i'", "no two resources have one name"),
                fault("main.bicep", "network.outputs.restSubnetId", "network.outputs.restSubnet", "every output that is used is one of the module"),
                fault("workbook.json", "AppRoleInstance", "RoleInstance", "every query asks for tables and columns that there are"),
                fault("main.bicep", "retrySchedule string = ''", "retrySchedule string = '10s,1m'", "the settings of every site are those that its app takes: none is missing or wrong"),
                fault("modules/network.bicep", "cidrSubnet(range, 24, i)", "cidrSubnet(range, 27, 0)", "the parts of a network are inside of it and do not overlap"));
    }

    private static Arguments fault(String file, String right, String wrong, String rule) {
        return Arguments.of(new Planted("infra-bicep/" + file, right, wrong), rule);
    }

    private static Rule rule(String sentence) {
        return Rules.ALL.stream()
                .filter(one -> one.sentence().equals(sentence))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultIsFound(Planted planted, String sentence) {
        Rule rule = rule(sentence);
        Set<String> before =
                BEFORE.computeIfAbsent(sentence, one -> Set.copyOf(rule.faultsOf(RIGHT)));

        Set<String> found = new HashSet<>(rule.faultsOf(planted.in(RIGHT)));
        found.removeAll(before);

        assertThat(found).isNotEmpty();
    }

    static List<Rule> rules() {
        return Rules.ALL;
    }
}
