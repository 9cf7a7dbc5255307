package no.altinn.acceptance.infrastructure;

import no.altinn.acceptance.infrastructure.bicep.Deployed;
import no.altinn.acceptance.infrastructure.bicep.Deployment;
import no.altinn.acceptance.infrastructure.bicep.Unknown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names that Azure takes. */
final class NameRules {
    private static final Map<String, Pattern> FORMS =
            Map.ofEntries(
                    form("Microsoft.Storage/storageAccounts", "[a-z0-9]{3,24}"),
                    form(
                            "Microsoft.KeyVault/vaults",
                            "(?!.*--)[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]"),
                    form("Microsoft.Web/sites", "[A-Za-z0-9][A-Za-z0-9-]{0,58}[A-Za-z0-9]"),
                    form("Microsoft.Web/serverfarms", "[A-Za-z0-9-]{1,60}"),
                    form(
                            "Microsoft.DocumentDB/databaseAccounts",
                            "[a-z0-9][a-z0-9-]{1,42}[a-z0-9]"),
                    form("Microsoft.EventGrid/topics", "[A-Za-z0-9-]{3,50}"),
                    form("Microsoft.EventGrid/systemTopics", "[A-Za-z0-9-]{3,50}"),
                    form(
                            "Microsoft.ApiManagement/service",
                            "[A-Za-z][A-Za-z0-9-]{0,48}[A-Za-z0-9]"),
                    form(
                            "Microsoft.OperationalInsights/workspaces",
                            "[A-Za-z0-9][A-Za-z0-9-]{2,61}[A-Za-z0-9]"),
                    form("Microsoft.Network/virtualNetworks", "[A-Za-z0-9][\\w.-]{0,62}\\w"),
                    form("Microsoft.Network/networkSecurityGroups", "[A-Za-z0-9][\\w.-]{0,78}\\w"),
                    form("Microsoft.Network/natGateways", "[A-Za-z0-9][\\w.-]{0,78}\\w"),
                    form("Microsoft.Network/privateEndpoints", "[A-Za-z0-9][\\w.-]{0,62}\\w"),
                    form(
                            "Microsoft.ManagedIdentity/userAssignedIdentities",
                            "[A-Za-z0-9][\\w-]{2,127}"),
                    form(
                            "Microsoft.Storage/storageAccounts/queueServices/queues",
                            ".*/(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]"),
                    form(
                            "Microsoft.Storage/storageAccounts/blobServices/containers",
                            ".*/(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]"),
                    form("Microsoft.EventGrid/topics/eventSubscriptions", ".*/[A-Za-z0-9-]{3,64}"),
                    form("Microsoft.KeyVault/vaults/keys", ".*/[A-Za-z0-9-]{1,127}"));
    private static final int LONGEST_SHORT_NAME = 12;

    static final List<Rule> RULES =
            List.of(
                    new Rule("every name is one that Azure takes", NameRules::unnameable),
                    new Rule(
                            "the longest names that an environment may have are names that Azure takes",
                            infrastructure ->
                                    infrastructure.withLongestNames().resources().stream()
                                            .filter(NameRules::isUnnameable)
                                            .map(Deployed::toString)
                                            .toList()),
                    new Rule("no two resources have one name", NameRules::twice));

    private NameRules() {}

    private static Map.Entry<String, Pattern> form(String type, String form) {
        return Map.entry(type, Pattern.compile(form));
    }

    private static boolean isUnnameable(Deployed one) {
        if (one.type().equals("Microsoft.Insights/actionGroups")) {
            return one.properties().path("groupShortName").asText().length() > LONGEST_SHORT_NAME;
        }
        return !Unknown.is(one.name())
                && FORMS.containsKey(one.type())
                && !FORMS.get(one.type()).matcher(one.name()).matches();
    }

    private static List<String> unnameable(Infrastructure infrastructure) {
        return infrastructure.inEach(
                (deployment, one) ->
                        isUnnameable(one)
                                ? Stream.of("%s: %s".formatted(deployment.name(), one))
                                : Stream.empty());
    }

    private static List<String> twice(Infrastructure infrastructure) {
        List<String> faults = new ArrayList<>();
        for (Deployment deployment : infrastructure.deployments()) {
            Set<String> names = new HashSet<>();
            deployment.resources().stream()
                    .filter(one -> !names.add((one.scope() + one.id()).toLowerCase(Locale.ROOT)))
                    .forEach(one -> faults.add("%s: %s".formatted(deployment.name(), one)));
        }
        return faults;
    }
}
