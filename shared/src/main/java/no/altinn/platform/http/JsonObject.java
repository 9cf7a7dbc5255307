package no.altinn.platform.http;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;
import no.altinn.platform.json.TypedMembers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * A request's body that is a JSON object: property names in any case, unknown ones ignored, null
 * the same as left out. Every method throws {@link Problem} 400 for a property of another type.
 */
public final class JsonObject {
    private final TypedMembers members;
    private final List<String> names;

    private JsonObject(JsonNode object) {
        this.members = TypedMembers.inAnyCase(object, Problem::badBody);
        this.names = object.properties().stream().map(Map.Entry::getKey).toList();
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

    /**
     * The names of all properties but some, in the order sent.
     *
     * @param known the names that are left out, in any case
     */
    public List<String> namesBut(Collection<String> known) {
        Set<String> inAnyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        inAnyCase.addAll(known);
        return names.stream().filter(name -> !inAnyCase.contains(name)).toList();
    }

    /** A string. */
    public Optional<String> text(String name) {
        return members.optionalText(name);
    }

    /** A list of strings. */
    public Optional<List<String>> texts(String name) {
        return members.optionalTexts(name);
    }

    /** A list of any values. */
    public Optional<JsonNode> list(String name) {
        return members.optionalList(name);
    }

    /** A whole number of 32 bits. */
    public OptionalInt integer(String name) {
        return members.optionalNumber(name);
    }

    /** True or false; false when it is left out. */
    public boolean flag(String name) {
        return members.flag(name);
    }
}
