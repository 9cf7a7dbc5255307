package no.altinn.acceptance.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.acceptance.infrastructure.bicep.Deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/**
 * The sizes and quantities of a deployment, in the words of the page on costs. Immutable.
 *
 * @param environment the deployment
 */
record Amounts(Deployment environment) {
    /** The deployment's sizes, by the rows of the page. */
    Map<String, String> sizes() {
        JsonNode workspace = only("Microsoft.OperationalInsights/workspaces");
        long events = throughput("/events/events");
        Map<String, String> sizes = new LinkedHashMap<>();
        String units = "request units a second, ";
        sizes.put(
                units + "small containers of the events together, at most",
                text(throughput("/events") - events));
        sizes.put(units + "`events`, at most", text(events));
        sizes.put(units + "`deliveries`, at most", text(throughput("/events/deliveries")));
        sizes.put(units + "the REST API, at most", text(throughput("/rest")));
        sizes.put("copies in three zones", yes(isZoneRedundant()));
        sizes.put("instances always running of each group that has some", text(readyOfAGroup()));
        sizes.put("private network", yes(count("Microsoft.Network/privateEndpoints") > 0));
        sizes.put("deletion locks", yes(count("Microsoft.Authorization/locks") > 0));
        sizes.put("logs kept, days", workspace.path("retentionInDays").asText());
        sizes.put("logs a day at most, GB", text(gigabytesADay()));
        return sizes;
    }

    /** The quantities that are paid for, by their names on the page. */
    Map<String, Double> paid() {
        Map<String, Double> paid = new LinkedHashMap<>();
        String throughput = "throughput of the database, autoscale, ";
        paid.put(
                "API Management StandardV2",
                environment
                        .all("Microsoft.ApiManagement/service")
                        .mapToDouble(one -> one.body().path("sku").path("capacity").asDouble())
                        .sum());
        paid.put("instance that always runs, 2 GB", (double) ready());
        paid.put(throughput + "a tenth of the greatest", hundreds() / 10);
        paid.put(throughput + "the other nine tenths", hundreds() * 9 / 10);
        paid.put("NAT gateway", count("Microsoft.Network/natGateways"));
        paid.put(
                "address of the prefix",
                environment
                        .all("Microsoft.Network/publicIPPrefixes")
                        .mapToInt(one -> one.properties().path("prefixLength").asInt())
                        .mapToDouble(length -> Math.pow(2, 32 - length))
                        .sum());
        paid.put("private endpoint", count("Microsoft.Network/privateEndpoints"));
        paid.put("availability test", count("Microsoft.Insights/webtests"));
        paid.put(
                "alert on logs, every five minutes",
                count("Microsoft.Insights/scheduledQueryRules"));
        paid.put("logs taken in, 30 days at the cap", 30.0 * gigabytesADay());
        return paid;
    }

    private double count(String type) {
        return environment.all(type).count();
    }

    private JsonNode only(String type) {
        return environment.all(type).findFirst().orElseThrow().properties();
    }

    private long gigabytesADay() {
        return only("Microsoft.OperationalInsights/workspaces")
                .path("workspaceCapping")
                .path("dailyQuotaGb")
                .asLong();
    }

    private boolean isZoneRedundant() {
        return only("Microsoft.Web/serverfarms").path("zoneRedundant").asBoolean();
    }

    /** The greatest throughput of the databases and containers whose names end so. */
    private long throughput(String suffix) {
        return environment.resources().stream()
                .filter(one -> one.type().startsWith("Microsoft.DocumentDB/"))
                .filter(one -> one.name().endsWith(suffix))
                .map(one -> one.properties().path("options").path("autoscaleSettings"))
                .mapToLong(settings -> settings.path("maxThroughput").asLong())
                .sum();
    }

    private double hundreds() {
        // The container is in the sum of what ends as the database does.
        return List.of("/events", "/events/deliveries", "/rest").stream()
                        .mapToLong(this::throughput)
                        .sum()
                / 100.0;
    }

    private long readyOfAGroup() {
        return Site.of(environment)
                .flatMap(site -> StreamSupport.stream(alwaysReady(site).spliterator(), false))
                .mapToLong(one -> one.path("instanceCount").asLong())
                .max()
                .orElse(0);
    }

    private long ready() {
        return Site.of(environment).mapToLong(this::readyOf).sum();
    }

    // In zones Azure keeps two instances of every group of functions that run.
    private long readyOf(Site site) {
        Map<String, Long> groups = new TreeMap<>();
        if (isZoneRedundant()) {
            site.functions()
                    .forEach(one -> groups.put(one.isOfGroupHttp() ? "http" : group(one), 2L));
        }
        alwaysReady(site)
                .forEach(
                        one ->
                                groups.merge(
                                        one.path("name").asText(),
                                        one.path("instanceCount").asLong(),
                                        Math::max));
        return groups.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String group(AppFunction function) {
        return "function:" + function.name();
    }

    private static JsonNode alwaysReady(Site site) {
        return site.resource()
                .properties()
                .path("functionAppConfig")
                .path("scaleAndConcurrency")
                .path("alwaysReady");
    }

    private static String yes(boolean is) {
        return is ? "yes" : "no";
    }

    private static String text(long number) {
        return String.valueOf(number);
    }
}
