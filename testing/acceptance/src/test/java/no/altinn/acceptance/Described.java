package no.altinn.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An operation as a document describes it.
 *
 * @param id its {@code operationId}
 */
record Described(String tag, String id) {
    /**
     * The operation of a path in a document.
     *
     * @param method in lower case
     */
    static Described of(JsonNode document, String method, String path) {
        JsonNode operation = document.required("paths").required(path).required(method);
        return new Described(
                operation.required("tags").required(0).asText(),
                operation.required("operationId").asText());
    }
}
