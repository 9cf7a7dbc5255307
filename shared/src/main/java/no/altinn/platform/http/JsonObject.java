package no.altinn.platform.http;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A request's body that is a JSON object: property names in any case, unknown ones ignored, null
 * the same as left out. Every method throws {@link Problem} 400 for a property of another type.
 */
public final class JsonObject {
    private final Map<String, JsonNode> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private JsonObject(JsonNode object) {
        object.properties()
                .forEach(
                        member -> {
                            if (!member.getValue().isNull()) {
                                members.put(member.getKey(), member.getValue());
                            }
                        });
    }

    /**
     * Reads a body.
     *
     * @throws Problem 400 if it is no JSON object
     */
    public static JsonObject read(String json) {
        try {
            JsonNode node = Json.parse(json);
            if (!node.isObject()) {
                throw Problem.badBody("The body must be a JSON object.");
            }
            return new JsonObject(node);
        } catch (MalformedJson e) {
            throw Problem.badBody("The body is not valid JSON: " + e.getMessage());
        }
    }

    /** A string. */
    public Optional<String> text(String name) {
        JsonNode node = members.get(name);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isTextual()) {
            throw Problem.badBody("'%s' must be a string.".formatted(name));
        }
        return Optional.of(node.textValue());
    }

    /** A list of strings. */
    public Optional<List<String>> texts(String name) {
        JsonNode node = members.get(name);
        if (node == null) {
            return Optional.empty();
        }
        if (!node.isArray() || !node.valueStream().allMatch(JsonNode::isTextual)) {
            throw Problem.badBody("'%s' must be a list of strings.".formatted(name));
        }
        return Optional.of(node.valueStream().map(JsonNode::textValue).toList());
    }

    /** A whole number of 32 bits. */
    public OptionalInt integer(String name) {
        JsonNode node = members.get(name);
        if (node == null) {
            return OptionalInt.empty();
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw Problem.badBody("'%s' must be a whole number of 32 bits.".formatted(name));
        }
        return OptionalInt.of(node.intValue());
    }

    /** True or false; false when it is left out. */
    public boolean flag(String name) {
        JsonNode node = members.get(name);
        if (node == null) {
            return false;
        }
        if (!node.isBoolean()) {
            throw Problem.badBody("'%s' must be true or false.".formatted(name));
        }
        return node.booleanValue();
    }
}
