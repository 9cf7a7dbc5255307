package no.altinn.acceptance.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.azure.functions.annotation.CosmosDBTrigger;
import com.microsoft.azure.functions.annotation.QueueTrigger;

import no.altinn.acceptance.infrastructure.bicep.Deployed;
import no.altinn.acceptance.infrastructure.bicep.Deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The queues and containers that the apps need. */
final class StorageRules {
    private static final String POISON = "-poison";
    private static final int STEP = 1000;

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "there is a queue for every function of a queue, and one for what it gives up",
                            StorageRules::queues),
                    new Rule("every queue has a function", StorageRules::unused),
                    new Rule(
                            "there is a container for every change feed, and one for its leases",
                            StorageRules::feeds),
                    new Rule(
                            "what the topic cannot deliver has a container, and is deleted there some day",
                            StorageRules::undelivered),
                    new Rule(
                            "throughput scales in steps of 1000 request units",
                            StorageRules::throughput),
                    new Rule(
                            "what ends by itself ends after a time that Cosmos takes",
                            StorageRules::ends));

    private StorageRules() {}

    private static Set<String> last(Deployment deployment, String type, int parts) {
        return deployment.all(type).map(one -> end(one.name(), parts)).collect(Collectors.toSet());
    }

    private static String end(String name, int parts) {
        int at = name.length();
        for (int i = 0; i < parts; i++) {
            at = name.lastIndexOf('/', at - 1);
        }
        return name.substring(at + 1);
    }

    private static Set<String> queuesOf(Deployment deployment) {
        return last(deployment, "Microsoft.Storage/storageAccounts/queueServices/queues", 1);
    }

    private static Set<String> listened() {
        return AppFunction.all().stream()
                .map(AppFunction::trigger)
                .filter(QueueTrigger.class::isInstance)
                .map(one -> ((QueueTrigger) one).queueName())
                .collect(Collectors.toSet());
    }

    private static List<String> queues(Infrastructure infrastructure) {
        return infrastructure.environments().stream()
                .flatMap(
                        deployment ->
                                listened().stream()
                                        .flatMap(StorageRules::withGivenUp)
                                        .filter(name -> !queuesOf(deployment).contains(name))
                                        .map(name -> deployment.name() + ": no queue " + name))
                .toList();
    }

    private static Stream<String> withGivenUp(String queue) {
        return queue.endsWith(POISON) ? Stream.of(queue) : Stream.of(queue, queue + POISON);
    }

    private static List<String> unused(Infrastructure infrastructure) {
        return infrastructure.environments().stream()
                .flatMap(
                        deployment ->
                                queuesOf(deployment).stream()
                                        .filter(
                                                name ->
                                                        !listened()
                                                                .contains(name.replace(POISON, "")))
                                        .map(name -> deployment.name() + ": unused " + name))
                .toList();
    }

    private static List<String> feeds(Infrastructure infrastructure) {
        List<String> faults = new ArrayList<>();
        for (Deployment deployment : infrastructure.environments()) {
            Set<String> containers =
                    last(
                            deployment,
                            "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers",
                            2);
            AppFunction.all().stream()
                    .map(AppFunction::trigger)
                    .filter(CosmosDBTrigger.class::isInstance)
                    .map(CosmosDBTrigger.class::cast)
                    .flatMap(
                            feed ->
                                    Stream.of(
                                            feed.databaseName() + "/" + feed.containerName(),
                                            leases(feed)))
                    .filter(name -> !containers.contains(name))
                    .forEach(name -> faults.add(deployment.name() + ": no container " + name));
        }
        return faults;
    }

    private static String leases(CosmosDBTrigger feed) {
        String database = feed.leaseDatabaseName();
        return (database.isEmpty() ? feed.databaseName() : database)
                + "/"
                + feed.leaseContainerName();
    }

    private static List<String> undelivered(Infrastructure infrastructure) {
        List<String> faults = new ArrayList<>();
        infrastructure
                .subscription()
                .all("Microsoft.EventGrid/topics/eventSubscriptions")
                .map(StorageRules::deadLetters)
                .forEach(
                        container ->
                                infrastructure.environments().stream()
                                        .filter(deployment -> !isKeptFor(deployment, container))
                                        .forEach(
                                                deployment ->
                                                        faults.add(
                                                                "%s: %s is not there, or keeps all"
                                                                        .formatted(
                                                                                deployment.name(),
                                                                                container))));
        return faults;
    }

    private static String deadLetters(Deployed subscription) {
        return subscription
                .properties()
                .path("deadLetterWithResourceIdentity")
                .path("deadLetterDestination")
                .path("properties")
                .path("blobContainerName")
                .asText();
    }

    private static boolean isKeptFor(Deployment deployment, String container) {
        boolean ends =
                deployment
                        .all("Microsoft.Storage/storageAccounts/managementPolicies")
                        .flatMap(one -> one.properties().findValues("prefixMatch").stream())
                        .anyMatch(prefixes -> prefixes.toString().contains(container + "/"));
        return ends
                && last(deployment, "Microsoft.Storage/storageAccounts/blobServices/containers", 1)
                        .contains(container);
    }

    private static List<String> throughput(Infrastructure infrastructure) {
        return infrastructure.inEach(
                (deployment, one) ->
                        one.properties().findValues("maxThroughput").stream()
                                .map(JsonNode::asLong)
                                .filter(most -> most < STEP || most % STEP != 0)
                                .map(most -> "%s: %s: %d".formatted(deployment.name(), one, most)));
    }

    private static List<String> ends(Infrastructure infrastructure) {
        return infrastructure.inEach(
                "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers",
                (deployment, one) -> {
                    JsonNode seconds = one.properties().path("resource").path("defaultTtl");
                    boolean isRight =
                            seconds.isMissingNode()
                                    || seconds.asLong() == -1
                                    || (seconds.asLong() > 0 && seconds.canConvertToInt());
                    return isRight ? Stream.empty() : Stream.of("defaultTtl " + seconds);
                });
    }
}
