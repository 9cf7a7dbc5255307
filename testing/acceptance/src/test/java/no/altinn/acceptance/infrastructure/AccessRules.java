package no.altinn.acceptance.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.azure.functions.annotation.QueueTrigger;

import no.altinn.acceptance.infrastructure.bicep.Deployed;
import no.altinn.acceptance.infrastructure.bicep.Deployment;
import no.altinn.events.azure.cosmos.Containers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The roles that sites and the topic need. */
final class AccessRules {
    private static final String STORAGE = "Microsoft.Storage/storageAccounts";
    private static final String CONTAINERS = STORAGE + "/blobServices/containers";
    private static final String VAULTS = "Microsoft.KeyVault/vaults";
    private static final String REFERENCE = "@Microsoft.KeyVault(SecretUri=";

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "every site has the roles that its settings and functions need",
                            infrastructure -> ofSites(infrastructure, AccessRules::missing)),
                    new Rule(
                            "every site acts as its own identity",
                            infrastructure -> ofSites(infrastructure, AccessRules::others)),
                    new Rule(
                            "every site keeps its package where there is a container, and its leases where no other site does",
                            AccessRules::misplaced),
                    new Rule(
                            "the topic may write what it cannot deliver", AccessRules::unwritable));

    private AccessRules() {}

    private interface Check {
        Stream<String> faults(Site site, Grants grants);
    }

    private static List<String> ofSites(Infrastructure infrastructure, Check check) {
        return Site.all(infrastructure)
                .flatMap(
                        site ->
                                check.faults(site, Grants.of(site.deployment(), site.resource()))
                                        .map(site::told))
                .toList();
    }

    private static Stream<String> missing(Site site, Grants grants) {
        Map<String, Boolean> missing = new LinkedHashMap<>();
        missing.put(
                "the host's storage",
                Grants.named(
                                site.deployment(),
                                STORAGE,
                                setting(site, "AzureWebJobsStorage__accountName"))
                        .filter(account -> grants.has(account, "Storage Blob Data Owner"))
                        .isEmpty());
        missing.put(
                "the package",
                container(site)
                        .filter(
                                container ->
                                        grants.has(
                                                container,
                                                "Storage Blob Data Owner",
                                                "Storage Blob Data Contributor"))
                        .isEmpty());
        missing.put(
                "telemetry",
                site.deployment()
                        .all("Microsoft.Insights/components")
                        .noneMatch(
                                telemetry ->
                                        grants.has(telemetry, "Monitoring Metrics Publisher")));
        missing.put(
                "queues",
                isMissingAt(
                        site,
                        "Queues__queueServiceUri",
                        STORAGE,
                        account -> grants.has(account, queueRoles(site))));
        missing.put(
                "files",
                isMissingAt(
                        site,
                        "Blobs__blobServiceUri",
                        STORAGE,
                        account -> grants.has(account, "Storage Blob Data Owner")));
        missing.put(
                "the topic",
                isMissingAt(
                        site,
                        "EventGrid__TopicEndpoint",
                        "Microsoft.EventGrid/topics",
                        topic -> grants.has(topic, "EventGrid Data Sender")));
        missing.put(
                "the database",
                isMissingAt(
                        site,
                        "Cosmos__accountEndpoint",
                        "Microsoft.DocumentDB/databaseAccounts",
                        account -> grants.hasDatabase(account, database(site))));
        missing.put(
                "the vault",
                isMissingAt(site, "KeyVault__Uri", VAULTS, vault -> reads(site, grants, vault)));
        missing.put("the vault of a setting", isReferenceUnread(site, grants));
        return missing.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(one -> "no role for " + one.getKey());
    }

    // An app without the setting needs no role for it.
    private static boolean isMissingAt(
            Site site, String setting, String type, Predicate<Deployed> access) {
        String address = setting(site, setting);
        return !address.isEmpty()
                && Grants.at(site.deployment(), type, address).filter(access).isEmpty();
    }

    private static boolean reads(Site site, Grants grants, Deployed vault) {
        boolean wraps = site.settings().containsKey("KeyVault__WebhookKey");
        return grants.has(vault, "Key Vault Secrets User")
                && (!wraps || grants.has(vault, "Key Vault Crypto User"));
    }

    private static boolean isReferenceUnread(Site site, Grants grants) {
        return site.settings().values().stream()
                .filter(value -> value.startsWith(REFERENCE))
                .map(value -> value.substring(REFERENCE.length()))
                .map(address -> Grants.at(site.deployment(), VAULTS, address))
                .anyMatch(
                        vault ->
                                vault.filter(one -> grants.has(one, "Key Vault Secrets User"))
                                        .isEmpty());
    }

    private static String[] queueRoles(Site site) {
        boolean reads =
                site.functions().stream().anyMatch(one -> one.trigger() instanceof QueueTrigger);
        return reads
                ? new String[] {"Storage Queue Data Contributor"}
                : new String[] {
                    "Storage Queue Data Contributor", "Storage Queue Data Message Sender"
                };
    }

    private static String database(Site site) {
        return site.app().equals("events") ? Containers.DATABASE : site.app();
    }

    private static String setting(Site site, String name) {
        return site.settings().getOrDefault(name, "");
    }

    private static Stream<String> others(Site site, Grants grants) {
        return site.settings().entrySet().stream()
                .filter(one -> one.getValue().contains("«the client of "))
                .filter(one -> !one.getValue().contains(grants.client()))
                .map(one -> "%s is another's: %s".formatted(one.getKey(), one.getValue()));
    }

    private static Optional<Deployed> container(Site site) {
        String address =
                site.resource()
                        .properties()
                        .path("functionAppConfig")
                        .path("deployment")
                        .path("storage")
                        .path("value")
                        .asText();
        return Grants.at(site.deployment(), STORAGE, address)
                .map(
                        account ->
                                account.name()
                                        + "/default"
                                        + address.substring(address.lastIndexOf('/')))
                .flatMap(name -> Grants.named(site.deployment(), CONTAINERS, name));
    }

    private static List<String> misplaced(Infrastructure infrastructure) {
        List<String> faults = new ArrayList<>();
        for (Deployment deployment : infrastructure.environments()) {
            Set<String> accounts = new HashSet<>();
            Site.of(deployment)
                    .forEach(
                            site -> {
                                if (container(site).isEmpty()) {
                                    faults.add(site.told("there is no container for the package"));
                                }
                                if (!accounts.add(
                                        setting(site, "AzureWebJobsStorage__accountName"))) {
                                    faults.add(site.told("shares its leases"));
                                }
                            });
        }
        return faults;
    }

    private static List<String> unwritable(Infrastructure infrastructure) {
        List<String> faults = new ArrayList<>();
        List<String> containers =
                infrastructure
                        .subscription()
                        .all("Microsoft.EventGrid/topics/eventSubscriptions")
                        .flatMap(one -> one.properties().findValues("blobContainerName").stream())
                        .map(JsonNode::asText)
                        .toList();
        for (Deployment deployment : infrastructure.environments()) {
            String identity = deployment.outputs().path("topicIdentityName").asText();
            String account = deployment.outputs().path("eventsStorageName").asText();
            boolean isTopics =
                    deployment
                            .all("Microsoft.EventGrid/topics")
                            .allMatch(topic -> Grants.identities(topic).anyMatch(identity::equals));
            for (String container : containers) {
                Grants grants = new Grants(deployment, identity);
                boolean isWritable =
                        Grants.named(deployment, CONTAINERS, account + "/default/" + container)
                                .filter(one -> grants.has(one, "Storage Blob Data Contributor"))
                                .isPresent();
                if (!isTopics || !isWritable) {
                    faults.add(
                            "%s: %s may not write into %s"
                                    .formatted(deployment.name(), identity, container));
                }
            }
        }
        return faults;
    }
}
