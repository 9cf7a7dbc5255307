package no.altinn.acceptance.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.events.app.EventsSettings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Settings that the Flex Consumption plan accepts. */
final class ScaleRules {
    private static final String FUNCTION = "function:";
    private static final Set<Long> MEMORY = Set.of(512L, 2048L, 4096L);
    private static final int FEWEST_INSTANCES = 40;
    private static final int MOST_INSTANCES = 1000;
    private static final int MOST_REQUESTS = 1000;

    /** Settings that the plan's reference calls deprecated: the plan ignores or refuses them. */
    private static final List<String> GIVEN_UP =
            List.of(
                    "alwaysOn",
                    "appSettings",
                    "cors",
                    "ftpsState",
                    "functionAppScaleLimit",
                    "javaVersion",
                    "linuxFxVersion",
                    "minimumElasticInstanceCount",
                    "preWarmedInstanceCount",
                    "use32BitWorkerProcess",
                    "vnetRouteAllEnabled",
                    "windowsFxVersion");

    static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "what is always ready is a group that scales, of functions that run there",
                            ScaleRules::groups),
                    new Rule(
                            "sites have nothing that Flex Consumption has given up",
                            ScaleRules::givenUp),
                    new Rule("sites have sizes that Flex Consumption has", ScaleRules::sizes),
                    new Rule("sites have a Java that the apps are compiled for", ScaleRules::old));

    private ScaleRules() {}

    private static List<String> groups(Infrastructure infrastructure) {
        List<String> faults = new ArrayList<>();
        Site.all(infrastructure)
                .forEach(
                        site -> {
                            for (JsonNode group : scaling(site).path("alwaysReady")) {
                                String name = group.path("name").asText();
                                if (!isGroup(name, site.functions())) {
                                    faults.add(site.told("there is no group " + name));
                                }
                            }
                        });
        return faults;
    }

    // None of the apps has triggers of blobs or orchestrations, of which the groups blob and
    // durable are.
    private static boolean isGroup(String name, List<AppFunction> functions) {
        return name.equals("http")
                ? functions.stream().anyMatch(AppFunction::isOfGroupHttp)
                : functions.stream()
                        .filter(one -> !one.isOfGroupHttp())
                        .anyMatch(one -> name.equals(FUNCTION + one.name()));
    }

    private static List<String> givenUp(Infrastructure infrastructure) {
        return Site.all(infrastructure)
                .flatMap(
                        site ->
                                GIVEN_UP.stream()
                                        .filter(
                                                site.resource().properties().path("siteConfig")
                                                        ::has)
                                        .map(site::told))
                .toList();
    }

    private static List<String> sizes(Infrastructure infrastructure) {
        List<String> faults = new ArrayList<>();
        Site.all(infrastructure)
                .forEach(
                        site -> {
                            JsonNode scaling = scaling(site);
                            long memory = scaling.path("instanceMemoryMB").asLong();
                            if (!MEMORY.contains(memory)) {
                                faults.add(site.told(memory + " MB of memory"));
                            }
                            long most = scaling.path("maximumInstanceCount").asLong();
                            if (most < FEWEST_INSTANCES || most > MOST_INSTANCES) {
                                faults.add(site.told(most + " instances at most"));
                            }
                            long requests =
                                    scaling.path("triggers")
                                            .path("http")
                                            .path("perInstanceConcurrency")
                                            .asLong(1);
                            if (requests < 1 || requests > MOST_REQUESTS) {
                                faults.add(site.told(requests + " requests at once"));
                            }
                            scaling.path("alwaysReady")
                                    .forEach(
                                            group -> {
                                                long ready = group.path("instanceCount").asLong();
                                                if (ready < 1 || ready > most) {
                                                    faults.add(site.told(ready + " always ready"));
                                                }
                                            });
                        });
        return faults;
    }

    private static List<String> old(Infrastructure infrastructure) {
        return Site.all(infrastructure)
                .map(site -> site.resource().properties().path("functionAppConfig").path("runtime"))
                .filter(
                        runtime ->
                                !runtime.path("name").asText().equals("java")
                                        || runtime.path("version").asInt() < compiledFor())
                .map(JsonNode::toString)
                .toList();
    }

    // The seventh and eighth byte of a class say for which Java it is, counted from 44.
    private static int compiledFor() {
        String file = "/" + EventsSettings.class.getName().replace('.', '/') + ".class";
        try (InputStream bytes = EventsSettings.class.getResourceAsStream(file)) {
            return ByteBuffer.wrap(bytes.readNBytes(8)).getShort(6) - 44;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode scaling(Site site) {
        return site.resource().properties().path("functionAppConfig").path("scaleAndConcurrency");
    }
}
