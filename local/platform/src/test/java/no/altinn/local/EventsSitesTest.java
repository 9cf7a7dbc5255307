package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.local.host.FunctionCatalog;
import no.altinn.local.host.HostedFunction;
import no.altinn.local.host.Trigger;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The package of the Events app under a host that disables the functions of the other site. */
class EventsSitesTest {
    private final JsonNode sites =
            Json.parse(Files.readString(Path.of("../../infra-bicep/events-functions.json")));

    EventsSitesTest() throws IOException {}

    private List<String> of(String site) {
        return StreamSupport.stream(sites.path(site).spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }

    /** The functions that the host runs with the settings of the deployed site. */
    private List<HostedFunction> running(String other) {
        Map<String, String> settings =
                of(other).stream()
                        .collect(
                                Collectors.toMap(
                                        name -> "AzureWebJobs_" + name + "_Disabled",
                                        name -> "true"));
        return FunctionCatalog.scan(
                        name -> Optional.ofNullable(settings.get(name)),
                        "no.altinn.events.functions")
                .functions();
    }

    @Test
    void theApiRunsItsFunctionsAndNoOther() {
        assertThat(running("worker"))
                .allMatch(function -> function.trigger() instanceof Trigger.Http)
                .extracting(HostedFunction::name)
                .containsExactlyInAnyOrderElementsOf(of("api"));
    }

    @Test
    void theWorkerRunsItsFunctionsAndNoOther() {
        assertThat(running("api"))
                .noneMatch(function -> function.trigger() instanceof Trigger.Http)
                .extracting(HostedFunction::name)
                .containsExactlyInAnyOrderElementsOf(of("worker"));
    }
}
