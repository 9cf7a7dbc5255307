package no.altinn.acceptance.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.acceptance.infrastructure.bicep.Deployed;
import no.altinn.acceptance.infrastructure.bicep.Deployment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A site that runs an app. Immutable.
 *
 * @param deployment what it is made by
 * @param resource the site
 * @param settings its settings, with unknown values as texts
 */
record Site(Deployment deployment, Deployed resource, Map<String, String> settings) {
    private static final Pattern DISABLED =
            Pattern.compile("AzureWebJobs[._](?<function>\\w+)[._]Disabled");

    Site {
        settings = Map.copyOf(settings);
    }

    static Stream<Site> all(Infrastructure infrastructure) {
        return infrastructure.environments().stream().flatMap(Site::of);
    }

    static Stream<Site> of(Deployment deployment) {
        return deployment
                .all("Microsoft.Web/sites")
                .map(site -> new Site(deployment, site, settings(deployment, site)));
    }

    private static Map<String, String> settings(Deployment deployment, Deployed site) {
        Map<String, String> settings = new HashMap<>();
        deployment
                .all("Microsoft.Web/sites/config")
                .filter(one -> one.name().equals(site.name() + "/appsettings"))
                .map(Deployed::properties)
                .map(JsonNode::properties)
                .forEach(
                        all ->
                                all.forEach(
                                        one ->
                                                settings.put(
                                                        one.getKey(), one.getValue().asText())));
        return settings;
    }

    /** The app that runs there, which is known by a setting that no other app has. */
    String app() {
        return settings.containsKey("Events__Backend")
                ? "events"
                : settings.containsKey("Rest__BaseUri") ? "rest" : "authentication";
    }

    /** The names of functions that are switched off there. */
    List<String> disabled() {
        return settings.entrySet().stream()
                .filter(one -> one.getValue().equals("true"))
                .map(one -> DISABLED.matcher(one.getKey()))
                .filter(Matcher::matches)
                .map(one -> one.group("function"))
                .toList();
    }

    /** The functions that run there. */
    List<AppFunction> functions() {
        List<String> disabled = disabled();
        return AppFunction.of(app()).stream()
                .filter(one -> !disabled.contains(one.name()))
                .toList();
    }

    /** A fault, with where it is. */
    String told(String fault) {
        return "%s: %s: %s".formatted(deployment.name(), resource.name(), fault);
    }
}
