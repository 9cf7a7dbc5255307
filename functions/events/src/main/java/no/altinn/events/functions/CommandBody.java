package no.altinn.events.functions;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.app.Exchange;
import no.altinn.platform.http.Problem;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedJson;
import no.altinn.platform.json.TypedMembers;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * The small body of a request that asks for something to be done: a JSON object whose members may
 * all be left out. The name of a member is read in any case, and null counts as left out. Every
 * method throws {@link Problem} 400 for a member of another type. Immutable.
 */
public final class CommandBody {
    /** The most bytes of such a body. */
    public static final int MAX_BYTES = 16 * 1024;

    private final JsonNode object;
    private final TypedMembers members;

    private CommandBody(JsonNode object) {
        this.object = object;
        this.members = TypedMembers.inAnyCase(object, Problem::badBody);
    }

    /**
     * Reads the body of a request. No body is the same as an object without members, and needs no
     * Content-Type.
     *
     * @param known the names of the members that the body may have
     * @throws Problem 415 if the body is no JSON by its Content-Type; 413 if it is over {@link
     *     #MAX_BYTES}; 400 if it is no JSON object, or one with a member twice or with a member of
     *     another name
     */
    public static CommandBody read(Exchange exchange, String... known) {
        String json = exchange.json();
        if (json.length() > MAX_BYTES || json.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw Problem.of(413, "The body must not be over %d bytes.".formatted(MAX_BYTES));
        }
        if (json.isBlank()) {
            return new CommandBody(Json.object());
        }
        exchange.requireJson();
        CommandBody body = new CommandBody(object(json));
        body.requireNames(List.of(known));
        return body;
    }

    private static JsonNode object(String json) {
        try {
            JsonNode node = Json.parse(json);
            if (!node.isObject()) {
                throw Problem.badBody("The body must be a JSON object.");
            }
            return node;
        } catch (MalformedJson e) {
            throw Problem.badBody("The body is not valid JSON: " + e.getMessage());
        }
    }

    /** A member that is misspelt would be obeyed as if it were left out. */
    private void requireNames(List<String> known) {
        TreeSet<String> allowed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        allowed.addAll(known);
        TreeSet<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!allowed.contains(member.getKey())) {
                throw Problem.badBody(unknown(member.getKey(), known));
            }
            if (!seen.add(member.getKey())) {
                throw Problem.badBody(
                        "'%s' is there twice, in this or another case.".formatted(member.getKey()));
            }
        }
    }

    private static String unknown(String name, List<String> known) {
        String allowed =
                known.isEmpty() ? "no members" : "only '%s'".formatted(String.join("', '", known));
        return "The body may have %s, not '%s'.".formatted(allowed, beginning(name));
    }

    private static String beginning(String name) {
        int most = 40;
        return name.codePointCount(0, name.length()) > most
                ? name.substring(0, name.offsetByCodePoints(0, most)) + "…"
                : name;
    }

    /** Whether the member was sent, null included. */
    public boolean has(String name) {
        return object.properties().stream()
                .anyMatch(member -> member.getKey().equalsIgnoreCase(name));
    }

    /** A string. */
    public Optional<String> text(String name) {
        return members.optionalText(name);
    }

    /** A list of strings. */
    public Optional<List<String>> texts(String name) {
        return members.optionalTexts(name);
    }

    /** A whole number of 32 bits. */
    public OptionalInt integer(String name) {
        return members.optionalNumber(name);
    }

    /**
     * A whole number in a range.
     *
     * @throws Problem 400 also if it is less than the least or more than the most
     */
    public OptionalInt integer(String name, int least, int most) {
        OptionalInt number = members.optionalNumber(name);
        if (number.isPresent() && (number.getAsInt() < least || number.getAsInt() > most)) {
            throw Problem.badBody(
                    "'%s' must be a whole number from %d to %d.".formatted(name, least, most));
        }
        return number;
    }

    /** True or false; false when it is left out. */
    public boolean flag(String name) {
        return members.flag(name);
    }
}
