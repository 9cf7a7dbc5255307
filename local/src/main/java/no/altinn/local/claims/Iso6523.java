package no.altinn.local.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.http.Json;

import java.util.Optional;
import java.util.regex.Pattern;

/** Organisations as ISO 6523 names them, with 0192 for the Norwegian register (tokens §1). */
public final class Iso6523 {
    /** Digdir's number: whose client it is when nobody says. */
    public static final String DIGDIR = "991825827";

    private static final String AUTHORITY = "iso6523-actorid-upis";
    private static final String NORWEGIAN = "0192:";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{9}");

    private Iso6523() {}

    /** Whether the text has the form of a Norwegian organisation number: nine digits. */
    public static boolean isNorwegian(String number) {
        return NUMBER.matcher(number).matches();
    }

    /** A Norwegian organisation as a claim has it. */
    public static ObjectNode of(String number) {
        return Json.object().put("authority", AUTHORITY).put("ID", NORWEGIAN + number);
    }

    /** The number in a claim; empty if it names no Norwegian organisation, or anything else too. */
    public static Optional<String> number(JsonNode claim) {
        return Optional.of(claim.path("ID").asText(""))
                .filter(text -> text.startsWith(NORWEGIAN))
                .map(text -> text.substring(NORWEGIAN.length()))
                .filter(Iso6523::isNorwegian)
                .filter(number -> of(number).equals(claim));
    }
}
