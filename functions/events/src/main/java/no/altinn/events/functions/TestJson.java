package no.altinn.events.functions;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.delivery.Attempt;
import no.altinn.platform.json.Json;

/** Renders what came of a test. */
final class TestJson {
    private TestJson() {}

    static String of(Attempt attempt) {
        ObjectNode json =
                Json.object()
                        .put("number", attempt.number())
                        .put("at", attempt.at().toString())
                        .put("durationMs", attempt.duration().toMillis());
        if (attempt.status() > 0) {
            json.put("status", attempt.status());
        }
        attempt.errorKind().ifPresent(kind -> json.put("errorKind", kind.label()));
        if (!attempt.reason().isEmpty()) {
            json.put("error", attempt.reason());
        }
        attempt.response()
                .ifPresent(
                        response ->
                                json.putObject("response")
                                        .put("contentType", response.contentType())
                                        .put("text", response.text())
                                        .put("truncated", response.truncated()));
        return Json.object().<ObjectNode>set("attempt", json).toString();
    }
}
