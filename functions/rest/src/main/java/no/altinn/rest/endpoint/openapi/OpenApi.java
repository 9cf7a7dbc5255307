package no.altinn.rest.endpoint.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.rest.door.Route;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts documents together: each route with what is written about it. Immutable. */
final class OpenApi {
    private static final Pattern PART = Pattern.compile("\\{\\*?([^}]*)}");
    private static final String MARKS = "!";

    private final Words words;
    private final Models models;
    private final Answers answers;
    private final Bodies bodies;

    private OpenApi(Words words) {
        this.words = words;
        this.models = new Models(words.models());
        this.answers = new Answers(models);
        this.bodies = new Bodies(models);
    }

    /** Reads what is written about the routes. */
    static OpenApi read() {
        return new OpenApi(Words.read());
    }

    /**
     * A document.
     *
     * @param document its name among those in the file {@code shared}
     * @param routes that it is about; one that nothing is written about is left out
     * @param base the address of {@code api}
     */
    ObjectNode document(String document, List<Route> routes, String base) {
        ObjectNode json = Json.object().put("openapi", "3.1.0");
        json.set("info", words.info(document));
        json.putArray("servers").addObject().put("url", base);
        ArrayNode tags = json.putArray("tags");
        ObjectNode paths = json.putObject("paths");
        Set<String> used = new HashSet<>();
        for (Route route : routes) {
            Optional<Words.Operation> operation =
                    words.find(route.method() + " " + route.template());
            operation.ifPresent(
                    written -> {
                        used.add(written.tag());
                        paths.withObjectProperty(path(route))
                                .set(
                                        route.method().toLowerCase(Locale.ROOT),
                                        operation(route, written));
                    });
        }
        words.tags().stream()
                .filter(tag -> used.contains(tag.path("name").asText()))
                .forEach(tags::add);
        ObjectNode components = json.putObject("components");
        components.set("securitySchemes", words.securitySchemes());
        components.set("responses", shareResponses(paths));
        components.set("schemas", Reachable.of(json, models.schemas()));
        return json;
    }

    /** The path of a route in documents. */
    static String path(Route route) {
        return "/" + PART.matcher(route.template()).replaceAll("{$1}");
    }

    private ObjectNode operation(Route route, Words.Operation written) {
        JsonNode said = written.json();
        Facts facts = new Facts(route, said.has("body"));
        ObjectNode operation = Json.object();
        operation.putArray("tags").add(written.tag());
        operation.put("operationId", written.id());
        operation.set("summary", said.path("summary"));
        operation.put("description", description(said, facts));
        operation.set("security", facts.security());
        operation.set("parameters", parameters(route, written));
        if (said.has("body")) {
            operation.set("requestBody", bodies.of(said.get("body")));
        }
        operation.set(
                "responses", answers.of(said.path("answers"), facts.refusals(), facts.isRead()));
        route.key().ifPresent(key -> operation.put("x-grant", key.grant(facts.isRead())));
        operation.put("x-login", route.needs().name().toLowerCase(Locale.ROOT));
        if (said.has("body")) {
            operation.put("x-most-body-bytes", facts.mostBytes());
        }
        return operation;
    }

    private static String description(JsonNode said, Facts facts) {
        String own = said.path("description").asText(said.path("summary").asText() + ".");
        return facts.notes().isEmpty() ? own : own + "\n\n" + facts.notes();
    }

    private ArrayNode parameters(Route route, Words.Operation written) {
        ArrayNode parameters = Json.object().arrayNode();
        Matcher part = PART.matcher(route.template());
        while (part.find()) {
            String name = part.group(1);
            parameters.add(
                    parameter(written, name, "path", true, written.json().path("path").path(name)));
        }
        for (Map.Entry<String, JsonNode> query : written.json().path("query").properties()) {
            boolean isNeeded = query.getKey().endsWith(MARKS);
            String name = query.getKey().replace(MARKS, "");
            parameters.add(parameter(written, name, "query", isNeeded, query.getValue()));
        }
        for (Map.Entry<String, JsonNode> header : written.json().path("header").properties()) {
            parameters.add(parameter(written, header.getKey(), "header", false, header.getValue()));
        }
        return parameters;
    }

    private ObjectNode parameter(
            Words.Operation written,
            String name,
            String place,
            boolean isNeeded,
            JsonNode example) {
        ObjectNode parameter = Json.object().put("name", name).put("in", place);
        for (Map.Entry<String, JsonNode> part : words.parameter(written, name).properties()) {
            parameter.set(part.getKey(), part.getValue());
        }
        if (isNeeded) {
            parameter.put("required", true);
        }
        if (example.isNull()) {
            parameter.remove("example");
        } else if (!example.isMissingNode()) {
            parameter.set("example", example);
        }
        return parameter;
    }

    /** Writes answers that several operations have once, and refers to them. */
    private static ObjectNode shareResponses(ObjectNode paths) {
        List<ObjectNode> all = new ArrayList<>();
        for (JsonNode path : paths) {
            path.forEach(operation -> all.add((ObjectNode) operation.get("responses")));
        }
        Map<JsonNode, Integer> uses = new HashMap<>();
        all.forEach(each -> each.forEach(response -> uses.merge(response, 1, Integer::sum)));
        ObjectNode shared = Json.object();
        for (ObjectNode responses : all) {
            for (Map.Entry<String, JsonNode> each : List.copyOf(responses.properties())) {
                if (uses.get(each.getValue()) > 1) {
                    String name = name(shared, each.getKey(), each.getValue());
                    responses.set(
                            each.getKey(),
                            Json.object().put("$ref", "#/components/responses/" + name));
                }
            }
        }
        return shared;
    }

    private static String name(ObjectNode shared, String status, JsonNode response) {
        int number = 1;
        String name = "Answer" + status;
        while (shared.has(name) && !shared.get(name).equals(response)) {
            number++;
            name = "Answer%s.%d".formatted(status, number);
        }
        shared.set(name, response);
        return name;
    }
}
