package no.altinn.acceptance.infrastructure;

import com.microsoft.azure.functions.annotation.QueueTrigger;

import no.altinn.acceptance.infrastructure.bicep.Deployed;
import no.altinn.acceptance.infrastructure.bicep.Deployment;
import no.altinn.events.azure.cosmos.Containers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What sites, and the topic, need roles for. */
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
        Deployment in = site.deployment();
        List<String> missing = new ArrayList<>();
        if (!grants.has(
                Grants.named(in, STORAGE, setting(site, "AzureWebJobsStorage__accountName")),
                "Storage Blob Data Owner")) {
            missing.add("the host's storage");
        }
        if (!grants.has(
                container(site), "Storage Blob Data Owner", "Storage Blob Data Contributor")) {
            missing.add("the package");
        }
        if (!grants.has(
                in.all("Microsoft.Insights/components").findFirst(),
                "Monitoring Metrics Publisher")) {
            missing.add("telemetry");
        }
        place(site, STORAGE, "Queues__queueServiceUri")
                .filter(queues -> !grants.has(queues, queueRoles(site)))
                .ifPresent(queues -> missing.add("queues"));
        place(site, STORAGE, "Blobs__blobServiceUri")
                .filter(blobs -> !grants.has(blobs, "Storage Blob Data Owner"))
                .ifPresent(blobs -> missing.add("files"));
        place(site, "Microsoft.EventGrid/topics", "EventGrid__TopicEndpoint")
                .filter(topic -> !grants.has(topic, "EventGrid Data Sender"))
                .ifPresent(topic -> missing.add("the topic"));
        place(site, "Microsoft.DocumentDB/databaseAccounts", "Cosmos__accountEndpoint")
                .filter(account -> !grants.hasDatabase(account, database(site)))
                .ifPresent(account -> missing.add("the database"));
        place(site, VAULTS, "KeyVault__Uri")
                .filter(
                        vault ->
                                !grants.has(vault, "Key Vault Secrets User")
                                        || site.settings().containsKey("KeyVault__WebhookKey")
                                                && !grants.has(vault, "Key Vault Crypto User"))
                .ifPresent(vault -> missing.add("the vault"));
        site.settings().values().stream()
                .filter(value -> value.startsWith(REFERENCE))
                .map(value -> Grants.at(in, VAULTS, value.substring(REFERENCE.length())))
                .filter(vault -> !grants.has(vault, "Key Vault Secrets User"))
                .forEach(vault -> missing.add("the vault of a setting"));
        return missing.stream().map(what -> "no role for " + what);
    }

    // What a setting leads to: nothing where there is no such setting, else what is found there, if
    // any.
    private static Optional<Optional<Deployed>> place(Site site, String type, String name) {
        return Optional.ofNullable(site.settings().get(name))
                .map(address -> Grants.at(site.deployment(), type, address));
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
                        .map(com.fasterxml.jackson.databind.JsonNode::asText)
                        .toList();
        for (Deployment deployment : infrastructure.environments()) {
            String identity = deployment.outputs().path("topicIdentityName").asText();
            String account = deployment.outputs().path("eventsStorageName").asText();
            boolean isTopics =
                    deployment
                            .all("Microsoft.EventGrid/topics")
                            .allMatch(topic -> Grants.identities(topic).anyMatch(identity::equals));
            for (String container : containers) {
                Optional<Deployed> place =
                        Grants.named(deployment, CONTAINERS, account + "/default/" + container);
                if (!isTopics
                        || !new Grants(deployment, identity)
                                .has(place, "Storage Blob Data Contributor")) {
                    faults.add(
                            "%s: %s may not write into %s"
                                    .formatted(deployment.name(), identity, container));
                }
            }
        }
        return faults;
    }
}
