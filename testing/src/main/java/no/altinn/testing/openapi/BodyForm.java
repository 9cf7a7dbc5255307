package no.altinn.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads bodies of a media type as the JSON that their schemas are about. Thread-safe. */
@FunctionalInterface
public interface BodyForm {
    /**
     * The body as JSON.
     *
     * @throws IllegalArgumentException if the body has not the form that the schema asks for
     */
    JsonNode read(String body, Part schema);
}
