package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import java.util.Optional;

/**
 * A Norwegian organisation as Maskinporten's tokens name one, such as their consumer: {@code
 * {"authority":"iso6523-actorid-upis","ID":"0192:<number>"}} (ISO 6523).
 */
public final class Iso6523Organisation {
    private static final String AUTHORITY = "iso6523-actorid-upis";

    /** The registry of Norwegian organisation numbers (ISO 6523 ICD). */
    private static final String NORWEGIAN = "0192:";

    private Iso6523Organisation() {}

    /** Whether the text has the form of a Norwegian organisation number: nine digits. */
    public static boolean isNumber(String text) {
        return Claims.organisationNumberOf(text).isPresent();
    }

    /**
     * The number of an organisation.
     *
     * @param organisation an object of {@code authority} and {@code ID}
     * @return nine digits; empty when it is anything but a Norwegian organisation
     */
    public static Optional<String> number(JsonNode organisation) {
        String id = organisation.path("ID").asText("");
        return AUTHORITY.equals(organisation.path("authority").asText(""))
                        && id.startsWith(NORWEGIAN)
                ? Claims.organisationNumberOf(id.substring(NORWEGIAN.length()))
                : Optional.empty();
    }

    /**
     * Names an organisation.
     *
     * @throws IllegalArgumentException if the number is not of nine digits
     */
    public static ObjectNode of(String number) {
        if (!isNumber(number)) {
            throw new IllegalArgumentException("An organisation number has nine digits");
        }
        return Json.object().put("authority", AUTHORITY).put("ID", NORWEGIAN + number);
    }
}
