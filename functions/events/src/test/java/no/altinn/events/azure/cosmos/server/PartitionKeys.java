package no.altinn.events.azure.cosmos.server;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.http.Json;

import java.util.ArrayList;
import java.util.List;

/**
 * The partition keys of a container.
 *
 * @param paths the paths of its definition, for example {@code /resource}
 */
record PartitionKeys(List<String> paths) {
    static PartitionKeys of(JsonNode definition) {
        List<String> paths = new ArrayList<>();
        definition.path("partitionKey").path("paths").forEach(path -> paths.add(path.asText()));
        return new PartitionKeys(paths);
    }

    /** The key that a document holds; numbers as doubles, so that 1 and 1.0 are one. */
    List<Object> in(JsonNode document) {
        List<Object> key = new ArrayList<>();
        paths.forEach(path -> key.add(value(document.at(path))));
        return key;
    }

    /** The key that a header names, which may be the first part of one. */
    static List<Object> named(String header) {
        List<Object> key = new ArrayList<>();
        Json.parse(header).forEach(value -> key.add(value(value)));
        return key;
    }

    /** Whether a whole key begins with this part of one. */
    static boolean begins(List<Object> key, List<Object> part) {
        return part.size() <= key.size() && key.subList(0, part.size()).equals(part);
    }

    private static Object value(JsonNode value) {
        return value.isNumber() ? (Object) value.doubleValue() : value.toString();
    }
}
