package no.altinn.local.maskinporten;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.claims.Digdir;
import no.altinn.platform.auth.Iso6523Organisation;
import no.altinn.platform.http.JsonObject;
import no.altinn.platform.json.Json;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a client is registered with (RFC 7591 §2, and Digdir's own members). Immutable.
 *
 * @param name 1 to 255 characters
 * @param description up to 1 000 characters
 * @param organisation who has the client: nine digits
 * @param applicationType said by the client, with no meaning here
 * @param scopes 1 to 100, of 1 to 255 characters each, and 4 000 with a space between them
 * @param tokenLifetime 1 second to 2 hours
 */
record ClientMetadata(
        String name,
        String description,
        String organisation,
        String applicationType,
        List<String> scopes,
        Duration tokenLifetime) {
    /** The only way in which clients authenticate. */
    static final String PRIVATE_KEY_JWT = "private_key_jwt";

    /** The only grant there is (RFC 7523 §2.1). */
    static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private static final String INTEGRATION_TYPE = "maskinporten";
    private static final int LONGEST_TEXT = 255;
    private static final int LONGEST_DESCRIPTION = 1000;
    private static final int MOST_SCOPES = 100;
    // A token with all of them must fit into a header, for which servers allow 8 KiB.
    private static final int LONGEST_SCOPES = 4_000;
    private static final int DEFAULT_LIFETIME = 120;
    private static final int LONGEST_LIFETIME = 7200;
    // RFC 6749 §3.3.
    private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]{1,255}");

    ClientMetadata {
        scopes = List.copyOf(scopes);
    }

    /**
     * Reads what a client wants to be registered with. Left out are: the organisation for Digdir's,
     * the lifetime for 120 seconds, and what has one value only but for {@code integration_type}.
     *
     * @throws no.altinn.platform.http.Problem 400 naming every member that is missing or cannot be
     */
    static ClientMetadata read(JsonObject json) {
        Faults faults = new Faults();
        requireJust(faults, json, "integration_type", INTEGRATION_TYPE, "");
        requireJust(faults, json, "token_endpoint_auth_method", PRIVATE_KEY_JWT, PRIVATE_KEY_JWT);
        List<String> grants = List.of(JWT_BEARER);
        faults.require(
                faults.read(() -> json.texts("grant_types").orElse(grants), grants).equals(grants),
                "'grant_types' must be ['%s'].".formatted(JWT_BEARER));
        String organisation =
                faults.read(() -> json.text("client_orgno").orElse(Digdir.NUMBER), Digdir.NUMBER);
        faults.require(
                Iso6523Organisation.isNumber(organisation), "'client_orgno' must be nine digits.");
        String name = text(faults, json, "client_name", "", 1, LONGEST_TEXT);
        String description = text(faults, json, "description", "", 0, LONGEST_DESCRIPTION);
        String type = text(faults, json, "application_type", "web", 1, LONGEST_TEXT);
        List<String> scopes = scopes(faults, json);
        Duration lifetime = lifetime(faults, json);
        faults.refuse();
        return new ClientMetadata(name, description, organisation, type, scopes, lifetime);
    }

    private static void requireJust(
            Faults faults, JsonObject json, String name, String value, String byDefault) {
        faults.require(
                faults.read(() -> json.text(name).orElse(byDefault), value).equals(value),
                "'%s' must be '%s'.".formatted(name, value));
    }

    private static String text(
            Faults faults,
            JsonObject json,
            String name,
            String byDefault,
            int shortest,
            int longest) {
        String text = faults.read(() -> json.text(name).orElse(byDefault), "stand-in");
        faults.require(
                text.strip().length() >= shortest && text.length() <= longest,
                "'%s' must have %d to %d characters.".formatted(name, shortest, longest));
        // Half a surrogate pair is no character, and would be another one when read again.
        faults.require(
                StandardCharsets.UTF_8.newEncoder().canEncode(text),
                "'%s' must be Unicode, without half characters.".formatted(name));
        return text;
    }

    private static List<String> scopes(Faults faults, JsonObject json) {
        List<String> scopes =
                faults
                        .read(() -> json.texts("scopes").orElse(List.of()), List.of("stand-in"))
                        .stream()
                        .distinct()
                        .toList();
        faults.require(
                !scopes.isEmpty() && scopes.size() <= MOST_SCOPES,
                "'scopes' must be a list of 1 to %d scopes.".formatted(MOST_SCOPES));
        faults.require(
                scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches()),
                "Each of 'scopes' must be 1 to %d characters of ASCII without space, quote or backslash."
                        .formatted(LONGEST_TEXT));
        faults.require(
                String.join(" ", scopes).length() <= LONGEST_SCOPES,
                "'scopes' must have at most %d characters together, with a space between them."
                        .formatted(LONGEST_SCOPES));
        return scopes;
    }

    private static Duration lifetime(Faults faults, JsonObject json) {
        int seconds =
                faults.read(
                        () -> json.integer("access_token_lifetime").orElse(DEFAULT_LIFETIME),
                        DEFAULT_LIFETIME);
        faults.require(
                seconds >= 1 && seconds <= LONGEST_LIFETIME,
                "'access_token_lifetime' must be 1 to %d seconds.".formatted(LONGEST_LIFETIME));
        return Duration.ofSeconds(seconds);
    }

    /** The members that {@link #read} reads. */
    ObjectNode toJson() {
        ObjectNode json =
                Json.object()
                        .put("client_name", name)
                        .put("description", description)
                        .put("client_orgno", organisation)
                        .put("integration_type", INTEGRATION_TYPE)
                        .put("application_type", applicationType)
                        .put("token_endpoint_auth_method", PRIVATE_KEY_JWT)
                        .put("access_token_lifetime", tokenLifetime.toSeconds());
        json.putArray("grant_types").add(JWT_BEARER);
        ArrayNode list = json.putArray("scopes");
        scopes.forEach(list::add);
        return json;
    }
}
