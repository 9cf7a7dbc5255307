package no.altinn.acceptance.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** Properties of existing environments that Azure refuses to change in place. */
final class UpgradeRules {
    /** The subnets of the first environments, in the order of their addresses. */
    private static final List<String> FIRST =
            List.of("endpoints", "events", "authentication", "operators");

    private static final String DELEGATION = "flex-consumption";

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "subnets that were there keep their places and the names of what they are given to",
                            UpgradeRules::moved));

    private UpgradeRules() {}

    private static List<String> moved(Infrastructure infrastructure) {
        return infrastructure.inEach(
                "Microsoft.Network/virtualNetworks",
                (deployment, network) -> {
                    List<String> faults = new ArrayList<>();
                    JsonNode subnets = network.properties().path("subnets");
                    for (int i = 0; i < FIRST.size(); i++) {
                        String name = subnets.path(i).path("name").asText();
                        if (!name.equals(FIRST.get(i))) {
                            faults.add("%s was %s".formatted(name, FIRST.get(i)));
                        }
                    }
                    for (JsonNode subnet : subnets) {
                        for (JsonNode one : subnet.path("properties").path("delegations")) {
                            boolean isFlex =
                                    one.path("properties")
                                            .path("serviceName")
                                            .asText()
                                            .equals("Microsoft.App/environments");
                            if (isFlex && !one.path("name").asText().equals(DELEGATION)) {
                                faults.add("a delegation in use was called " + DELEGATION);
                            }
                        }
                    }
                    return faults.stream();
                });
    }
}
