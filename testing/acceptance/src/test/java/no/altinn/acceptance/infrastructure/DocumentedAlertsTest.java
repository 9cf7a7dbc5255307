package no.altinn.acceptance.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.acceptance.infrastructure.bicep.Deployed;
import no.altinn.acceptance.infrastructure.bicep.Deployment;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Every alert has a first action in the guide, and the guide tells of no other alert. */
class DocumentedAlertsTest {
    private static final Infrastructure INFRASTRUCTURE = Infrastructure.ofRepository();
    private static final Pattern NAME = Pattern.compile("`([\\w…-]+)`");
    private static final Pattern SEVERITY_OF_EVENTS = Pattern.compile("\"severity\":\"Sev(\\d)\"");

    /** The alerts of an environment, as its operators speak of them, with their severities. */
    private static Map<String, String> deployed(Deployment environment) {
        Map<String, String> alerts = new TreeMap<>();
        environment
                .all("Microsoft.Insights/scheduledQueryRules")
                .forEach(one -> alerts.put(shortName(one), severity(one)));
        environment
                .all("Microsoft.Insights/metricAlerts")
                .forEach(one -> alerts.put(shortName(one), severity(one)));
        environment
                .all("Microsoft.EventGrid/systemTopics/eventSubscriptions")
                .forEach(
                        one ->
                                alerts.put(
                                        one.body().path("name").asText(),
                                        SEVERITY_OF_EVENTS
                                                .matcher(one.properties().toString())
                                                .results()
                                                .map(found -> found.group(1))
                                                .findFirst()
                                                .orElseThrow()));
        return alerts;
    }

    private static String severity(Deployed alert) {
        return alert.properties().path("severity").asText();
    }

    // What stands before it is of the environment, and of two storage accounts one row tells.
    private static String shortName(Deployed alert) {
        JsonNode tags = alert.body().path("tags");
        String environment =
                "%s-%s-"
                        .formatted(
                                tags.path("application").asText(),
                                tags.path("environment").asText());
        assertThat(alert.name()).startsWith(environment);
        return alert.name()
                .substring(environment.length())
                .replaceFirst("^storage-throttled-.+$", "storage-throttled-…");
    }

    private static Map<String, String> told() {
        Map<String, String> told = new HashMap<>();
        Guide.read("operations.md")
                .table("| alert | severity |")
                .forEach(
                        (names, cells) ->
                                NAME.matcher(names)
                                        .results()
                                        .map((MatchResult name) -> name.group(1))
                                        .forEach(name -> told.put(name, cells.get(0))));
        return told;
    }

    @Test
    void everyAlertHasAFirstActionAndItsSeverity() {
        for (Deployment environment : INFRASTRUCTURE.environments()) {
            assertThat(told()).as(environment.name()).isEqualTo(deployed(environment));
        }
    }

    @Test
    void everyRowSaysWhatToDo() {
        assertThat(Guide.read("operations.md").table("| alert | severity |").values())
                .hasSizeGreaterThan(10)
                .allSatisfy(cells -> assertThat(cells).hasSize(3).noneMatch(String::isBlank));
    }
}
