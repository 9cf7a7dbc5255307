package no.altinn.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A part of a document, wherever a reference leads. Immutable.
 *
 * @param root the whole document
 * @param pointer where the part is (RFC 6901)
 */
public record Part(JsonNode root, String pointer) {
    private static final String LOCAL = "#";

    static Part of(JsonNode root) {
        return new Part(root, "");
    }

    /** What is there; a missing node for nothing. */
    public JsonNode node() {
        return root.at(pointer);
    }

    public boolean isThere() {
        return !node().isMissingNode();
    }

    public String text() {
        return node().asText();
    }

    /** The part of this name within the object here, or what it refers to. */
    public Part child(String name) {
        String escaped = name.replace("~", "~0").replace("/", "~1");
        return new Part(root, pointer + "/" + escaped).followed();
    }

    /** The parts of the array here. */
    public List<Part> items() {
        return IntStream.range(0, node().size()).mapToObj(i -> child(Integer.toString(i))).toList();
    }

    /** The names of what is within the object here. */
    public List<String> names() {
        return node().properties().stream().map(Map.Entry::getKey).toList();
    }

    private Part followed() {
        String reference = node().path("$ref").asText();
        return reference.startsWith(LOCAL)
                ? new Part(root, reference.substring(LOCAL.length())).followed()
                : this;
    }
}
