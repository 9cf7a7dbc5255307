package no.altinn.local.contract;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.testing.openapi.Operation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The requests that an operation's examples make together: with every parameter at once, but for
 * those that stand instead of others, and with every body.
 */
record ExampleCalls(Platform platform, String server, Operation operation) {
    private static final String INSTEAD = "x-instead-of";

    Stream<Call> all() {
        return parameters().stream().flatMap(chosen -> bodies(call(chosen)));
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
        String path = server.substring(1) + operation.path();
        for (JsonNode parameter : in("path", parameters)) {
            String name = parameter.get("name").asText();
            path = path.replace("{" + name + "}", inPath(parameter));
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

    /** The example's value, but for ids of subscriptions, which the platform chooses. */
    private String inPath(JsonNode parameter) {
        if (operation.id().equals("EraseEvent")) {
            new ExampleCalls(platform, server, Documents.EVENTS.operation("StoreEvent"))
                    .all()
                    .forEach(Call::send);
        }
        if (!operation.path().startsWith("/subscriptions/")) {
            return parameter.get("example").asText();
        }
        Operation subscribe = Documents.EVENTS.operation("Subscribe");
        return new ExampleCalls(platform, server, subscribe)
                .all()
                .findFirst()
                .orElseThrow()
                .send()
                .json()
                .required("id")
                .asText();
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

    private Stream<Call> bodies(Call call) {
        JsonNode content = operation.node().path("requestBody").path("content");
        return content.isMissingNode()
                ? Stream.of(call)
                : content.properties().stream().flatMap(each -> bodies(call, each));
    }

    private static Stream<Call> bodies(Call call, Map.Entry<String, JsonNode> content) {
        Stream<JsonNode> one =
                Stream.of(content.getValue().path("example")).filter(each -> !each.isMissingNode());
        Stream<JsonNode> named =
                content.getValue().path("examples").properties().stream()
                        .map(each -> each.getValue().get("value"));
        return Stream.concat(one, named)
                .map(
                        body ->
                                call.body(
                                        content.getKey(),
                                        content.getKey().startsWith("text/")
                                                ? body.asText()
                                                : body.toString()));
    }
}
