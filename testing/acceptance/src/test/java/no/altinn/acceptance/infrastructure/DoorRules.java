package no.altinn.acceptance.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.acceptance.infrastructure.bicep.AddressRange;
import no.altinn.acceptance.infrastructure.bicep.Unknown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The access restrictions: which callers may connect to which site. */
final class DoorRules {
    /** Tags of Azure's services, with which addresses can be named. */
    private static final Set<String> SERVICE_TAGS =
            Set.of(
                    "ApiManagement",
                    "AppService",
                    "AppServiceManagement",
                    "ApplicationInsightsAvailability",
                    "AzureActiveDirectory",
                    "AzureCloud",
                    "AzureCosmosDB",
                    "AzureDevOps",
                    "AzureEventGrid",
                    "AzureFrontDoor.Backend",
                    "AzureKeyVault",
                    "AzureLoadBalancer",
                    "AzureMonitor",
                    "Internet",
                    "LogicApps",
                    "Sql",
                    "Storage",
                    "VirtualNetwork");

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "who may call a site is told by a range, a subnet or a tag that there is",
                            infrastructure ->
                                    infrastructure.inEach(
                                            "Microsoft.Web/sites",
                                            (deployment, site) -> restrictions(site.properties()))),
                    new Rule(
                            "sites refuse everybody who is not let in by name",
                            infrastructure ->
                                    infrastructure.inEach(
                                            "Microsoft.Web/sites",
                                            (deployment, site) -> open(site.properties()))),
                    new Rule(
                            "rules of a network group have addresses that there are, and priorities of their own",
                            infrastructure ->
                                    infrastructure.inEach(
                                            "Microsoft.Network/networkSecurityGroups",
                                            (deployment, group) -> rules(group.properties()))));

    private DoorRules() {}

    private static Stream<String> restrictions(JsonNode site) {
        List<String> faults = new ArrayList<>();
        for (String list : List.of("ipSecurityRestrictions", "scmIpSecurityRestrictions")) {
            Set<Long> priorities = new HashSet<>();
            for (JsonNode one : site.path("siteConfig").path(list)) {
                if (!isFrom(one)) {
                    faults.add("nobody is let in by " + one);
                }
                if (!priorities.add(one.path("priority").asLong())) {
                    faults.add("a priority twice: " + one);
                }
            }
        }
        return faults.stream();
    }

    private static boolean isFrom(JsonNode restriction) {
        String address = restriction.path("ipAddress").asText("");
        if (restriction.path("tag").asText("").equals("ServiceTag")) {
            return SERVICE_TAGS.contains(address);
        }
        return restriction.has("vnetSubnetResourceId")
                ? restriction.path("vnetSubnetResourceId").asText().contains("/subnets/")
                : isRange(address);
    }

    private static boolean isRange(String address) {
        if (Unknown.is(address)) {
            return true;
        }
        try {
            return AddressRange.of(address).size() > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Stream<String> open(JsonNode site) {
        JsonNode config = site.path("siteConfig");
        return Stream.of(
                        "ipSecurityRestrictionsDefaultAction",
                        "scmIpSecurityRestrictionsDefaultAction")
                .filter(name -> !config.path(name).asText().equals("Deny"))
                .map(name -> name + " is " + config.path(name));
    }

    private static Stream<String> rules(JsonNode group) {
        List<String> faults = new ArrayList<>();
        Set<String> priorities = new HashSet<>();
        for (JsonNode rule : group.path("securityRules")) {
            JsonNode properties = rule.path("properties");
            long priority = properties.path("priority").asLong();
            if (priority < 100
                    || priority > 4096
                    || !priorities.add(properties.path("direction").asText() + priority)) {
                faults.add("a priority that is not its own: " + rule);
            }
            Stream.of("sourceAddressPrefix", "destinationAddressPrefix")
                    .map(name -> properties.path(name).asText("*"))
                    .filter(address -> !isAddress(address))
                    .forEach(address -> faults.add("no address: " + address));
        }
        return faults.stream();
    }

    // A tag may be of one region, such as Storage.NorwayEast.
    private static boolean isAddress(String address) {
        return address.equals("*")
                || isRange(address)
                || SERVICE_TAGS.stream()
                        .anyMatch(tag -> address.equals(tag) || address.startsWith(tag + "."));
    }
}
