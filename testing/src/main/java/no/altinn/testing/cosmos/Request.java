package no.altinn.testing.cosmos;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;

import no.altinn.testing.json.Json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A request.
 *
 * @param path its segments
 * @param header finds a header's value by its name
 */
record Request(
        String method, List<String> path, Function<String, Optional<String>> header, String body) {

    static Request of(HttpExchange exchange) throws IOException {
        return new Request(
                exchange.getRequestMethod(),
                Arrays.stream(exchange.getRequestURI().getPath().split("/"))
                        .filter(Predicate.not(String::isEmpty))
                        .toList(),
                name -> Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    JsonNode json() {
        try {
            return Json.parse(body);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "The body is no JSON: " + e.getMessage());
        }
    }

    boolean says(String name) {
        return header.apply(name).map(Boolean::parseBoolean).orElse(false);
    }

    /** The most documents of one answer. */
    int limit() {
        int asked = header.apply("x-ms-max-item-count").map(Integer::parseInt).orElse(100);
        return asked < 0 ? Integer.MAX_VALUE : asked;
    }

    /** Whether the document is not wanted back. */
    boolean wantsNothingBack() {
        return header.apply("Prefer").orElse("").contains("return=minimal");
    }

    /** What is asked for. */
    Operation operation() {
        boolean ofDocuments = path.size() >= 5 && path.get(4).equals("docs");
        if (!ofDocuments) {
            return Operation.METADATA;
        }
        return switch (method) {
            case "GET" -> path.size() == 5 ? Operation.CHANGE_FEED : Operation.READ;
            case "PUT" -> Operation.REPLACE;
            case "PATCH" -> Operation.PATCH;
            case "DELETE" -> Operation.DELETE;
            default -> posted();
        };
    }

    private Operation posted() {
        if (says("x-ms-cosmos-is-query-plan-request")) {
            return Operation.QUERY_PLAN;
        }
        if (says("x-ms-documentdb-isquery")) {
            return Operation.QUERY;
        }
        return says("x-ms-documentdb-is-upsert") ? Operation.UPSERT : Operation.CREATE;
    }
}
