package no.altinn.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.testing.json.Json;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An OpenAPI document as tests read it. Operations are named {@code GET /path/{part}}. Immutable. */
public final class OpenApiDocument {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonNode json;
    private final Map<String, JsonNode> operations = new LinkedHashMap<>();

    private OpenApiDocument(JsonNode json) {
        this.json = json;
        json.path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue().properties().stream()
                                        .filter(each -> METHODS.contains(each.getKey()))
                                        .forEach(
                                                each ->
                                                        operations.put(
                                                                name(each.getKey(), path.getKey()),
                                                                each.getValue())));
    }

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException if it is no JSON
     */
    public static OpenApiDocument parse(String json) {
        return new OpenApiDocument(Json.parse(json));
    }

    private static String name(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    public JsonNode json() {
        return json;
    }

    /** The names of all operations. */
    public Set<String> operations() {
        return operations.keySet();
    }

    /**
     * An operation.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public JsonNode operation(String name) {
        JsonNode operation = operations.get(name);
        if (operation == null) {
            throw new IllegalArgumentException("There is no operation " + name);
        }
        return operation;
    }

    /**
     * The name of the operation that a request is for: the one with the fewest parts in braces.
     *
     * @param path below the server's address, beginning with a slash, without a query
     */
    public Optional<String> find(String method, String path) {
        List<String> segments = segments(path);
        return operations.keySet().stream()
                .filter(name -> name.startsWith(method + " "))
                .filter(name -> fits(segments(name.substring(method.length() + 1)), segments))
                .min(Comparator.comparing(name -> name.chars().filter(c -> c == '{').count()));
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/")).filter(each -> !each.isEmpty()).toList();
    }

    private static boolean fits(List<String> template, List<String> path) {
        if (template.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < path.size(); i++) {
            if (!template.get(i).startsWith("{") && !template.get(i).equalsIgnoreCase(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** A part of the document, or what it refers to. */
    public JsonNode resolve(JsonNode part) {
        return part.has("$ref") ? json.at(part.get("$ref").asText().substring(1)) : part;
    }

    /** What is said of an answer; missing if nothing is. */
    public JsonNode answer(String operation, int status) {
        return resolve(operation(operation).path("responses").path(Integer.toString(status)));
    }

    /** Every answer that is documented: {@code GET /path 200}. */
    public Set<String> answers() {
        Set<String> answers = new LinkedHashSet<>();
        operations.forEach(
                (name, operation) ->
                        operation
                                .path("responses")
                                .fieldNames()
                                .forEachRemaining(status -> answers.add(name + " " + status)));
        return answers;
    }
}
