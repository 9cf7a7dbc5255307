package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Optional;

/** Reads Maskinporten's {@code consumer} claim: who an outside token was issued to. */
public final class ConsumerClaim {
    private ConsumerClaim() {}

    /**
     * The number of the organisation.
     *
     * @param consumer an object of {@code authority} and {@code ID}
     * @return nine digits; empty when it is anything but a Norwegian organisation
     */
    public static Optional<String> organisationNumber(JsonNode consumer) {
        return Iso6523Organisation.number(consumer);
    }
}
