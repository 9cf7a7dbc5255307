package no.altinn.rest.endpoint.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;

/** The schemas that a document needs: a model of the other document has no place in it. */
final class Reachable {
    private static final String PREFIX = "#/components/schemas/";

    private Reachable() {}

    static ObjectNode of(JsonNode document, ObjectNode schemas) {
        Set<String> reached = new TreeSet<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        open.add(document);
        while (!open.isEmpty()) {
            for (String reference : open.remove().findValuesAsText("$ref")) {
                String name = reference.replace(PREFIX, "");
                if (reference.startsWith(PREFIX) && reached.add(name)) {
                    open.add(schemas.path(name));
                }
            }
        }
        ObjectNode needed = Json.object();
        reached.forEach(name -> needed.set(name, schemas.get(name)));
        return needed;
    }
}
