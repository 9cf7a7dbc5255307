package no.altinn.acceptance.infrastructure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Faults with the rules that find them: some would end a deployment, and others, which are worse,
 * would not.
 */
final class PlantedFaults {
    private static final String MAIN = "main.bicep";
    private static final String SITE = "modules/function-app.bicep";
    private static final String SUBSCRIPTION = "event-subscription.bicep";

    private PlantedFaults() {}

    /** Every fault, with the sentence of the rule that finds it. */
    static Stream<Map.Entry<Planted, String>> all() {
        return Stream.of(ofRights(), ofSites(), PlantedElsewhere.all()).flatMap(group -> group);
    }

    static Planted in(String file, String right, String wrong) {
        return new Planted("infra-bicep/" + file, right, wrong);
    }

    static Stream<Map.Entry<Planted, String>> found(String rule, Planted... faults) {
        return Stream.of(faults).map(fault -> Map.entry(fault, rule));
    }

    static Stream<Map.Entry<Planted, String>> all(List<Stream<Map.Entry<Planted, String>>> groups) {
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
}
