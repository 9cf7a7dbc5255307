package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.testing.json.Json;

import java.util.Map;

/** Answers of the usual kinds. */
final class Answers {
    private Answers() {}

    static Answer json(int status, JsonNode body) {
        return new Answer(status, Map.of(), body.toString(), 1);
    }

    static String error(int status, String message) {
        return Json.object()
                .put("code", Integer.toString(status))
                .put("message", message)
                .toString();
    }

    static Answer empty(int status, double charge) {
        return new Answer(status, Map.of(), "", charge);
    }
}
