package no.altinn.events.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.util.List;

/** A {@link Tally} as stores keep it. */
public final class TallyJson {
    private TallyJson() {}

    /** Writes a tally. */
    public static ObjectNode write(Tally tally) {
        ObjectNode json =
                Json.object()
                        .put("attempts", tally.attempts())
                        .put("delivered", tally.delivered())
                        .put("failed", tally.failed())
                        .put("dead", tally.dead());
        ArrayNode latencies = json.putArray("latencies");
        tally.latencies().counts().forEach(latencies::add);
        return json;
    }

    /** Reads a tally. Numbers may be written as 1.0, for Cosmos DB keeps each as a double. */
    public static Tally read(JsonNode json) {
        List<Long> latencies =
                json.path("latencies").valueStream().map(JsonNode::longValue).toList();
        return new Tally(
                json.path("attempts").longValue(),
                json.path("delivered").longValue(),
                json.path("failed").longValue(),
                json.path("dead").longValue(),
                new Latencies(latencies));
    }
}
