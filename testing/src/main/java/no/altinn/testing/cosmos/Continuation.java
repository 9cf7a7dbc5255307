package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.json.Json;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a query continues; documents that come and go meanwhile do not matter.
 *
 * @param given how many documents it has given
 * @param last the last one, in as far as the query sorts by it
 * @param number and that one's number
 */
record Continuation(int given, JsonNode last, long number) {
    static Continuation read(String token) {
        JsonNode json =
                Json.parse(new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8));
        return new Continuation(
                json.path("given").intValue(), json.path("last"), json.path("number").longValue());
    }

    String token() {
        String json =
                Json.object()
                        .put("given", given)
                        .put("number", number)
                        .<ObjectNode>set("last", last)
                        .toString();
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
