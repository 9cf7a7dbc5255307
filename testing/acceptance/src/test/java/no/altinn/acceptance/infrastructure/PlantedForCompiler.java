package no.altinn.acceptance.infrastructure;

import static no.altinn.acceptance.infrastructure.PlantedFaults.found;
import static no.altinn.acceptance.infrastructure.PlantedFaults.in;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Faults that Bicep's compiler refuses, and faults that fail in an older environment only. */
final class PlantedForCompiler {
    private static final String GATEWAY = "modules/api-management.bicep";
    private static final String SITE = "modules/function-app.bicep";
    private static final String NETWORK = "modules/network.bicep";

    private PlantedForCompiler() {}

    static Stream<Map.Entry<Planted, String>> all() {
        return PlantedFaults.all(
                List.of(
                        found(
                                "no parameter that is not secure is called as a secret",
                                in(GATEWAY, "certificateUri", "certificateSecretUri")),
                        found(
                                "no text names a host that Bicep knows by the cloud's own name",
                                in(
                                        GATEWAY,
                                        "secret in a key vault, without a version.",
                                        "secret, such as https://a.vault.azure.net/secrets/b.")),
                        found(
                                "resources that are told apart by their names have names that are known",
                                in(SITE, "  name: 'ftp'", "  name: kind"),
                                in(SITE, "  name: 'appsettings'", "  name: kind")),
                        found(
                                "no type is hidden from the compiler",
                                in(
                                        GATEWAY,
                                        "subnetResourceId: subnetId",
                                        "subnetResourceId: any(subnetId)")),
                        found(
                                "sites have nothing that Flex Consumption has given up",
                                in(SITE, "http20Enabled: true", "ftpsState: 'Disabled'")),
                        found(
                                "a resource that may not be there is not asked for what it has",
                                in("modules/alerts.bicep", "[groupId]", "[group.id]")),
                        found(
                                "subnets that were there keep their places and the names of what they are given to",
                                in(NETWORK, "'flex-consumption'", "'flex'"),
                                in(NETWORK, "name: 'endpoints'", "name: 'private'"))));
    }
}
