package no.altinn.local.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.testing.openapi.Operation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The requests that an operation's examples make together: with every parameter at once, but for
 * those that stand instead of others, and with every body.
 */
record ExampleCalls(Platform platform, String server, Operation operation) {
    private static final String INSTEAD = "x-instead-of";
    private static final Set<String> OF_PERIODS = Set.of("RetryDeadDeliveries", "ReplayEvents");

    /** A body of a request and its media type. */
    private record Body(String mediaType, JsonNode value) {}

    Stream<Call> all() {
        return parameters().stream()
                .flatMap(
                        chosen ->
                                bodies().isEmpty()
                                        ? Stream.of(call(chosen))
                                        : bodies().stream()
                                                .map(body -> withBody(call(chosen), body)));
    }

    /** The choices of parameters that go together. */
    private List<List<JsonNode>> parameters() {
        List<JsonNode> shown =
                operation.parameters().stream().filter(each -> each.has("example")).toList();
        List<JsonNode> usual = shown.stream().filter(each -> !each.has(INSTEAD)).toList();
        List<List<JsonNode>> choices = new ArrayList<>(List.of(usual));
        shown.stream()
                .filter(each -> each.has(INSTEAD))
                .forEach(
                        other -> {
                            List<JsonNode> choice = new ArrayList<>(usual);
                            choice.removeIf(each -> each.get("name").equals(other.get(INSTEAD)));
                            choice.add(other);
                            choices.add(choice);
                        });
        return choices;
    }

    private Call call(List<JsonNode> parameters) {
        if (operation.id().equals("EraseEvent")) {
            new ExampleCalls(platform, server, Documents.EVENTS.operation("StoreEvent"))
                    .all()
                    .forEach(Call::send);
        }
        Map<String, String> chosen = new ExampleThings(platform).of(operation);
        String path = server.substring(1) + operation.path();
        for (JsonNode parameter : in("path", parameters)) {
            String name = parameter.get("name").asText();
            String example = parameter.get("example").asText();
            path = path.replace("{" + name + "}", chosen.getOrDefault(name, example));
        }
        String query =
                in("query", parameters).stream()
                        .flatMap(ExampleCalls::pairs)
                        .collect(Collectors.joining("&"));
        Call call = platform.call(operation.method(), query.isEmpty() ? path : path + "?" + query);
        for (JsonNode parameter : in("header", parameters)) {
            call = call.header(parameter.get("name").asText(), parameter.get("example").asText());
        }
        return withTokens(call);
    }

    private static List<JsonNode> in(String place, List<JsonNode> parameters) {
        return parameters.stream().filter(each -> each.get("in").asText().equals(place)).toList();
    }

    private static Stream<String> pairs(JsonNode parameter) {
        JsonNode example = parameter.get("example");
        Stream<JsonNode> values =
                example.isArray()
                        ? StreamSupport.stream(example.spliterator(), false)
                        : Stream.of(example);
        return values.map(
                value ->
                        parameter.get("name").asText()
                                + "="
                                + URLEncoder.encode(value.asText(), StandardCharsets.UTF_8));
    }

    private Call withTokens(Call call) {
        JsonNode tokens = operation.node().path("x-local-tokens");
        Call known = call;
        if (tokens.has("altinnToken")) {
            known = known.bearer(token(tokens.get("altinnToken")));
        }
        if (tokens.has("platformAccessToken")) {
            known = known.platformAccess(token(tokens.get("platformAccessToken")));
        }
        if (operation.node().path("security").path(0).has("outsideToken")) {
            known = known.bearer(new DocumentedCalls(platform).organisation());
        }
        return known;
    }

    private String token(JsonNode address) {
        return platform.tokens().generated(address.asText()).body();
    }

    private List<Body> bodies() {
        return operation.node().path("requestBody").path("content").properties().stream()
                .flatMap(ExampleCalls::bodies)
                .toList();
    }

    private static Stream<Body> bodies(Map.Entry<String, JsonNode> content) {
        Stream<JsonNode> one =
                Stream.of(content.getValue().path("example")).filter(each -> !each.isMissingNode());
        Stream<JsonNode> named =
                content.getValue().path("examples").properties().stream()
                        .map(each -> each.getValue().get("value"));
        return Stream.concat(one, named).map(value -> new Body(content.getKey(), value));
    }

    private Call withBody(Call call, Body body) {
        boolean isText = body.mediaType().startsWith("text/");
        JsonNode value = OF_PERIODS.contains(operation.id()) ? ofNow(body.value()) : body.value();
        return call.body(body.mediaType(), isText ? value.asText() : value.toString());
    }

    /** The instants of examples are too old when a period begins at most 90 days ago. */
    private static JsonNode ofNow(JsonNode body) {
        ObjectNode recent = body.deepCopy();
        Instant now = Instant.now();
        for (String name : List.of("since", "from")) {
            if (recent.has(name)) {
                recent.put(name, now.minus(Duration.ofHours(1)).toString());
            }
        }
        for (String name : List.of("until", "to")) {
            if (recent.has(name)) {
                recent.put(name, now.toString());
            }
        }
        return recent;
    }
}
