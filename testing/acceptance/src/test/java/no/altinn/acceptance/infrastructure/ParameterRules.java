package no.altinn.acceptance.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.acceptance.infrastructure.bicep.Deployed;
import no.altinn.acceptance.infrastructure.bicep.Deployment;
import no.altinn.acceptance.infrastructure.bicep.Unknown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parameters that files give each other, and the versions of Azure's interfaces. */
final class ParameterRules {
    private static final Pattern NO_OUTPUT = Pattern.compile("«[^«»]*\\.outputs\\.\\w+");
    private static final Set<String> PREVIEWS =
            // No other version has the properties in use.
            Set.of("Microsoft.Insights/diagnosticSettings@2021-05-01-preview");

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "every parameter without a default is given, exists and is in its bounds",
                            infrastructure ->
                                    infrastructure.environments().stream()
                                            .flatMap(
                                                    one ->
                                                            one.refusals().stream()
                                                                    .map(
                                                                            why ->
                                                                                    one.name()
                                                                                            + ": "
                                                                                            + why))
                                            .toList()),
                    new Rule(
                            "every output that is used is one of the module",
                            ParameterRules::outputs),
                    new Rule(
                            "no interface of Azure is used in a preview, unless there is no other",
                            infrastructure ->
                                    infrastructure.inEach(
                                            (deployment, one) ->
                                                    isPreview(one)
                                                            ? Stream.of(one + " " + one.version())
                                                            : Stream.empty())),
                    new Rule(
                            "times and amounts are in the bounds that Azure has for them",
                            ParameterRules::outOfBounds));

    private ParameterRules() {}

    private record Bound(String type, String member, double least, double most) {}

    private static final List<Bound> BOUNDS =
            List.of(
                    new Bound(
                            "Microsoft.OperationalInsights/workspaces", "retentionInDays", 30, 730),
                    new Bound("Microsoft.OperationalInsights/workspaces", "dailyQuotaGb", -1, 4000),
                    new Bound("Microsoft.KeyVault/vaults", "softDeleteRetentionInDays", 7, 90),
                    new Bound(
                            "Microsoft.EventGrid/topics/eventSubscriptions",
                            "maxDeliveryAttempts",
                            1,
                            30),
                    new Bound(
                            "Microsoft.EventGrid/topics/eventSubscriptions",
                            "eventTimeToLiveInMinutes",
                            1,
                            1440),
                    new Bound("Microsoft.Insights/scheduledQueryRules", "severity", 0, 4),
                    new Bound("Microsoft.Insights/metricAlerts", "severity", 0, 4),
                    new Bound("Microsoft.Insights/webtests", "Timeout", 1, 120),
                    new Bound("Microsoft.Insights/webtests", "Frequency", 300, 900),
                    new Bound(
                            "Microsoft.Insights/webtests", "SSLCertRemainingLifetimeCheck", 1, 365),
                    new Bound("Microsoft.Network/natGateways", "idleTimeoutInMinutes", 4, 120),
                    new Bound("Microsoft.Network/publicIPPrefixes", "prefixLength", 28, 31),
                    new Bound(
                            "Microsoft.Storage/storageAccounts/managementPolicies",
                            "daysAfterModificationGreaterThan",
                            0,
                            99999));

    private static boolean isPreview(Deployed one) {
        return one.version().endsWith("-preview")
                && !PREVIEWS.contains(one.type() + "@" + one.version());
    }

    private static List<String> outputs(Infrastructure infrastructure) {
        List<String> faults = new ArrayList<>();
        for (Deployment deployment : infrastructure.environments()) {
            Stream.concat(
                            deployment.resources().stream().map(Deployed::body),
                            Stream.of(deployment.outputs()))
                    .map(JsonNode::toString)
                    .flatMap(body -> NO_OUTPUT.matcher(body).results())
                    .forEach(one -> faults.add(deployment.name() + ": " + one.group()));
        }
        return faults;
    }

    private static List<String> outOfBounds(Infrastructure infrastructure) {
        return infrastructure.inEach(
                (deployment, one) ->
                        BOUNDS.stream()
                                .filter(bound -> bound.type().equals(one.type()))
                                .flatMap(
                                        bound ->
                                                one.properties().findValues(bound.member()).stream()
                                                        .filter(JsonNode::isValueNode)
                                                        .filter(value -> !isIn(bound, value))
                                                        .map(
                                                                value ->
                                                                        "%s: %s: %s %s"
                                                                                .formatted(
                                                                                        deployment
                                                                                                .name(),
                                                                                        one,
                                                                                        bound
                                                                                                .member(),
                                                                                        value))));
    }

    private static boolean isIn(Bound bound, JsonNode value) {
        double number = value.asDouble();
        return Unknown.is(value) || (number >= bound.least() && number <= bound.most());
    }
}
