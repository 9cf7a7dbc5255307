package no.altinn.local.contract;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An answer. */
record Reply(int status, HttpHeaders headers, String body) {

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The content type with its parameters; empty text when there is none. */
    String contentType() {
        return header("Content-Type").orElse("");
    }

    JsonNode json() {
        return Json.parse(body);
    }

    /** What a client is told went wrong: a problem's detail, a JSON string, or the whole text. */
    String told() {
        if (contentType().startsWith("application/problem+json")) {
            return json().path("detail").asText();
        }
        return contentType().startsWith("application/json") ? json().asText() : body;
    }

    /** The ids of the events in the answer, in their order. */
    List<String> ids() {
        return items().map(event -> event.path("id").asText()).toList();
    }

    private Stream<JsonNode> items() {
        JsonNode array = json();
        return StreamSupport.stream(array.spliterator(), false);
    }

    /** Where to go on. */
    String next() {
        return header("next").orElseThrow(() -> new AssertionError("No next: " + this));
    }
}
