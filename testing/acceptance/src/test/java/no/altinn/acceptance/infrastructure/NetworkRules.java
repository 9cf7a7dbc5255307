package no.altinn.acceptance.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.acceptance.infrastructure.bicep.AddressRange;
import no.altinn.acceptance.infrastructure.bicep.Deployed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Addresses of networks and of their parts. */
final class NetworkRules {
    // Addresses at least. Azure keeps five of each subnet for itself: 64 hold the 40 instances of a
    // site, and API Management's v2 tiers take no subnet under 32.
    private static final Map<String, Integer> LEAST =
            Map.of("Microsoft.App/environments", 64, "Microsoft.Web/serverFarms", 32);

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "the parts of a network are inside of it and do not overlap",
                            infrastructure ->
                                    infrastructure.inEach(
                                            "Microsoft.Network/virtualNetworks",
                                            (deployment, network) -> misplaced(network))),
                    new Rule(
                            "the parts of a network that sites call out from are large enough",
                            infrastructure ->
                                    infrastructure.inEach(
                                            "Microsoft.Network/virtualNetworks",
                                            (deployment, network) -> small(network))),
                    new Rule(
                            "every site calls out from a part of the network that is given to such sites, and to it alone",
                            NetworkRules::sites),
                    new Rule(
                            "sites call out from addresses that receivers can know",
                            infrastructure ->
                                    infrastructure.inEach(
                                            "Microsoft.Network/virtualNetworks",
                                            (deployment, network) ->
                                                    subnets(network)
                                                            .filter(NetworkRules::isAnonymous)
                                                            .map(
                                                                    one ->
                                                                            "no gateway: "
                                                                                    + one.path(
                                                                                            "name")))));

    private NetworkRules() {}

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Stream<JsonNode> subnets(Deployed network) {
        return each(network.properties().path("subnets"));
    }

    private static String range(JsonNode subnet) {
        return subnet.path("properties").path("addressPrefix").asText();
    }

    private static String delegation(JsonNode subnet) {
        return each(subnet.path("properties").path("delegations"))
                .map(one -> one.path("properties").path("serviceName").asText())
                .findFirst()
                .orElse("");
    }

    private static boolean isAnonymous(JsonNode subnet) {
        return !delegation(subnet).isEmpty()
                && subnet.path("properties").path("natGateway").path("id").asText().isEmpty();
    }

    private static Stream<String> misplaced(Deployed network) {
        List<String> faults = new ArrayList<>();
        List<AddressRange> whole = new ArrayList<>();
        List<AddressRange> parts = new ArrayList<>();
        try {
            each(network.properties().path("addressSpace").path("addressPrefixes"))
                    .map(one -> AddressRange.of(one.asText()))
                    .forEach(whole::add);
            subnets(network).map(one -> AddressRange.of(range(one))).forEach(parts::add);
        } catch (IllegalArgumentException e) {
            return Stream.of(e.getMessage());
        }
        for (int i = 0; i < parts.size(); i++) {
            AddressRange part = parts.get(i);
            if (whole.stream().noneMatch(one -> one.contains(part))) {
                faults.add("outside of the network: " + part);
            }
            parts.subList(0, i).stream()
                    .filter(part::overlaps)
                    .forEach(other -> faults.add("%s overlaps %s".formatted(part, other)));
        }
        return faults.stream();
    }

    private static Stream<String> small(Deployed network) {
        return subnets(network)
                .filter(
                        one ->
                                AddressRange.of(range(one)).size()
                                        < LEAST.getOrDefault(delegation(one), 0))
                .map(one -> "%s is small for sites".formatted(range(one)));
    }

    private static List<String> sites(Infrastructure infrastructure) {
        List<String> faults = new ArrayList<>();
        infrastructure
                .environments()
                .forEach(
                        deployment -> {
                            List<String> taken = new ArrayList<>();
                            Site.of(deployment)
                                    .forEach(
                                            site -> {
                                                String subnet =
                                                        site.resource()
                                                                .properties()
                                                                .path("virtualNetworkSubnetId")
                                                                .asText("");
                                                boolean isTheirs =
                                                        deployment
                                                                .all(
                                                                        "Microsoft.Network/virtualNetworks")
                                                                .anyMatch(
                                                                        one ->
                                                                                isForSites(
                                                                                        one,
                                                                                        subnet));
                                                if (!isTheirs || taken.contains(subnet)) {
                                                    faults.add(
                                                            site.told("calls out from " + subnet));
                                                }
                                                taken.add(subnet);
                                            });
                        });
        return faults;
    }

    private static boolean isForSites(Deployed network, String id) {
        return subnets(network)
                .filter(one -> id.equals(network.id() + "/subnets/" + one.path("name").asText()))
                .anyMatch(one -> delegation(one).equals("Microsoft.App/environments"));
    }
}
