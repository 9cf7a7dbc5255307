package no.altinn.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads bodies of a media type as the JSON that their schema is about. */
@FunctionalInterface
public interface BodyForm {
    /**
     * The body as JSON.
     *
     * @param schema as the document has it, perhaps a reference
     * @throws IllegalArgumentException if the body has not the form that the schema tells
     */
    JsonNode read(String body, JsonNode schema, OpenApiDocument document);
}
