package no.altinn.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.dialect.Dialects;

import no.altinn.testing.json.Json;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An OpenAPI 3.1 document that real answers are held against. Thread-safe. */
public final class ApiDocument {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final JsonNode root;
    private final Schemas schemas;
    private final Map<String, BodyForm> forms;
    private final List<Operation> operations;

    private ApiDocument(JsonNode root, Map<String, BodyForm> forms) {
        this.root = root;
        this.schemas = new Schemas(root, Dialects.getOpenApi31());
        this.forms = Map.copyOf(forms);
        this.operations = operations(root, schemas, forms);
    }

    /** Reads a document of JSON. */
    public static ApiDocument of(String json) {
        return of(json, Map.of());
    }

    /**
     * Reads a document of JSON.
     *
     * @param forms what reads bodies that are no JSON as such, by media type; others are texts
     */
    public static ApiDocument of(String json, Map<String, BodyForm> forms) {
        return new ApiDocument(Json.parse(json), forms);
    }

    private static List<Operation> operations(
            JsonNode root, Schemas schemas, Map<String, BodyForm> forms) {
        List<Operation> operations = new ArrayList<>();
        Part paths = Part.of(root).child("paths");
        for (String path : paths.names()) {
            Part at = paths.child(path);
            at.names().stream()
                    .filter(METHODS::contains)
                    .map(
                            method ->
                                    new Operation(
                                            method.toUpperCase(Locale.ROOT),
                                            path,
                                            at.child(method),
                                            schemas,
                                            forms))
                    .forEach(operations::add);
        }
        operations.sort(Comparator.comparing(Operation::texts).reversed());
        return List.copyOf(operations);
    }

    /** The document as it is written. */
    public JsonNode root() {
        return root;
    }

    /** Every operation. */
    public List<Operation> operations() {
        return operations;
    }

    /**
     * The operation of this id.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public Operation operation(String id) {
        return operations.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    /** The path of the only server. */
    public String server() {
        return URI.create(root.at("/servers/0/url").asText()).getRawPath();
    }

    /**
     * The operation that answers a request. Paths are compared without case; a slash at the end and
     * a run of slashes count as the APIs say.
     *
     * @param method in upper case
     * @param path as it was sent, without the query
     */
    public Optional<Operation> find(String method, String path) {
        String below = server() + "/";
        String clean = path.replaceAll("(?<=.)/{2,}", "/");
        if (!clean.toLowerCase(Locale.ROOT).startsWith(below.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        List<String> segments = Arrays.asList(clean.substring(below.length()).split("/"));
        return operations.stream()
                .filter(each -> each.method().equals(method) && each.isAt(segments))
                .findFirst();
    }

    /** Every answer of every operation. */
    public Set<DocumentedAnswer> answers() {
        Set<DocumentedAnswer> answers = new TreeSet<>();
        operations.forEach(each -> answers.addAll(each.answers()));
        return answers;
    }

    /**
     * What of the document's own examples is not as the schemas beside them say.
     *
     * @return a line for each fault, with the place of the example
     */
    public List<String> faultsOfExamples() {
        return examples(Part.of(root)).toList();
    }

    private Stream<String> examples(Part part) {
        Stream<String> within =
                part.node().isObject()
                        ? part.names().stream()
                                .filter(name -> !name.startsWith("example"))
                                .map(name -> new Part(root, part.child(name).pointer()))
                                .filter(child -> child.pointer().startsWith(part.pointer()))
                                .flatMap(this::examples)
                        : part.items().stream().flatMap(this::examples);
        return Stream.concat(within, ownExamples(part));
    }

    private Stream<String> ownExamples(Part part) {
        Part beside = part.child("schema");
        if (beside.isThere()) {
            Stream<JsonNode> named =
                    part.child("examples").node().properties().stream()
                            .map(example -> example.getValue().path("value"));
            Stream<JsonNode> one =
                    Stream.of(part.child("example").node())
                            .filter(example -> !example.isMissingNode());
            return Stream.concat(one, named).flatMap(each -> told(part, beside, each));
        }
        Part list = part.child("examples");
        return list.node().isArray()
                ? list.items().stream().flatMap(each -> told(part, part, each.node()))
                : Stream.empty();
    }

    private Stream<String> told(Part place, Part schema, JsonNode example) {
        try {
            return schemas.faults(schema, value(place, schema, example)).stream()
                    .map(fault -> place.pointer() + ": " + fault);
        } catch (IllegalArgumentException e) {
            return Stream.of(place.pointer() + ": " + e.getMessage());
        }
    }

    /** An example beside the schema of a media type may be a text of that type. */
    private JsonNode value(Part place, Part schema, JsonNode example) {
        String name = place.pointer().replaceFirst(".*/", "").replace("~1", "/");
        return example.isTextual() && forms.containsKey(name)
                ? forms.get(name).read(example.asText(), schema)
                : example;
    }
}
