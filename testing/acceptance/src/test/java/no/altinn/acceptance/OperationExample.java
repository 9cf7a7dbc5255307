package no.altinn.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An operation of an OpenAPI document and the request that its examples make.
 *
 * @param document for what the operation refers to
 * @param method in upper case
 * @param path with its parameters in braces
 */
record OperationExample(JsonNode document, String method, String path, JsonNode operation) {

    /** Every operation of a document, those that change nothing first. */
    static List<OperationExample> of(JsonNode document) {
        List<OperationExample> all = new ArrayList<>();
        for (String method : List.of("get", "post", "put", "delete")) {
            for (Map.Entry<String, JsonNode> path : document.required("paths").properties()) {
                if (path.getValue().has(method)) {
                    all.add(
                            new OperationExample(
                                    document,
                                    method.toUpperCase(Locale.ROOT),
                                    path.getKey(),
                                    path.getValue().get(method)));
                }
            }
        }
        return all;
    }

    String id() {
        return operation.required("operationId").asText();
    }

    /** The statuses below 400 that the document promises. */
    Set<Integer> successes() {
        return operation.required("responses").properties().stream()
                .map(Map.Entry::getKey)
                .filter(status -> status.matches("[23]\\d\\d"))
                .map(Integer::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The request that the examples make, without credentials. */
    HttpRequest.Builder request(URI api) {
        StringBuilder query = new StringBuilder();
        String address = path;
        HttpRequest.Builder request = HttpRequest.newBuilder();
        for (JsonNode parameter : parameters()) {
            String name = parameter.required("name").asText();
            Optional<String> value = example(parameter);
            if (value.isEmpty()) {
                continue;
            }
            switch (parameter.required("in").asText()) {
                case "path" -> address = address.replace("{" + name + "}", encoded(value.get()));
                case "query" ->
                        query.append(query.isEmpty() ? "?" : "&")
                                .append(encoded(name))
                                .append("=")
                                .append(encoded(value.get()));
                case "header" -> request.header(name, value.get());
                default -> throw new AssertionError("A parameter elsewhere: " + parameter);
            }
        }
        body(request);
        return request.uri(URI.create(api + address + query));
    }

    private void body(HttpRequest.Builder request) {
        JsonNode content = resolved(operation.path("requestBody")).path("content");
        if (content.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
            return;
        }
        String type =
                content.has("application/json") ? "application/json" : content.fieldNames().next();
        JsonNode body =
                exampleNode(content.get(type))
                        .orElseThrow(() -> new AssertionError(id() + " has no example of a body"));
        request.header("Content-Type", type)
                .method(
                        method,
                        BodyPublishers.ofString(
                                type.contains("json") ? body.toString() : body.asText()));
    }

    private List<JsonNode> parameters() {
        List<JsonNode> all = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> all.add(resolved(parameter)));
        return all;
    }

    private Optional<String> example(JsonNode parameter) {
        return exampleNode(parameter)
                .or(() -> exampleNode(parameter.path("schema")))
                .map(JsonNode::asText);
    }

    private Optional<JsonNode> exampleNode(JsonNode of) {
        if (of.has("example")) {
            return Optional.of(of.get("example"));
        }
        JsonNode examples = of.path("examples");
        if (examples.isEmpty()) {
            return Optional.empty();
        }
        JsonNode first = resolved(examples.iterator().next());
        return Optional.of(first.has("value") ? first.get("value") : first);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
