package no.altinn.local;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What runs where in Azure: there the package of the Events app is deployed as two sites, here one
 * process runs all of it. Read from the list that is deployed, so that there is no second one.
 *
 * @param api the functions of the site that answers requests
 * @param worker the functions of the site that relays and delivers
 */
record AzureSites(List<String> api, List<String> worker) {
    private static final String LIST = "infra-bicep/events-functions.json";

    AzureSites {
        api = List.copyOf(api);
        worker = List.copyOf(worker);
    }

    /**
     * Reads the list of a checkout.
     *
     * @param home the checkout's folder
     * @return empty where there is no such list: nothing that runs here depends on it
     */
    static Optional<AzureSites> of(Path home) {
        try {
            JsonNode list = Json.parse(Files.readString(home.resolve(LIST)));
            return Optional.of(new AzureSites(names(list, "api"), names(list, "worker")));
        } catch (IOException | MalformedJson e) {
            return Optional.empty();
        }
    }

    private static List<String> names(JsonNode list, String site) {
        return StreamSupport.stream(list.path(site).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** One line for each site. */
    List<String> lines() {
        return Stream.of(
                        "the API answers requests (%d functions)".formatted(api.size()),
                        "the worker runs %s".formatted(String.join(", ", worker)))
                .toList();
    }
}
