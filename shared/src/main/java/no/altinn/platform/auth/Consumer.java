package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Optional;

/** Reads Maskinporten's {@code consumer} claim: who an outside token was issued to. */
public final class Consumer {
    private static final String AUTHORITY = "iso6523-actorid-upis";

    /** The registry of Norwegian organisation numbers (ISO 6523 ICD). */
    private static final String NORWEGIAN = "0192:";

    private Consumer() {}

    /**
     * The number of the organisation.
     *
     * @param consumer an object of {@code authority} and {@code ID}
     * @return nine digits; empty when it is anything but a Norwegian organisation
     */
    public static Optional<String> organisationNumber(JsonNode consumer) {
        String id = consumer.path("ID").asText("");
        return AUTHORITY.equals(consumer.path("authority").asText("")) && id.startsWith(NORWEGIAN)
                ? Claims.organisationNumberOf(id.substring(NORWEGIAN.length()))
                : Optional.empty();
    }
}
