package no.altinn.authentication.exchange;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.auth.InvalidToken;

import java.util.regex.Pattern;

/** What a token's {@code authorization_details} (RFC 9396) become in Altinn's. */
final class AuthorizationDetails {
    private static final String SYSTEM_USER = "urn:altinn:systemuser";
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private AuthorizationDetails() {}

    /**
     * The only one of the details. Which of several a reader would take is open, so a token with
     * several is refused, as is one whose details have no type. So is a system user's that does not
     * tell which one: without it, the token would be good for all that the vendor may.
     *
     * @param details an object, or a list of exactly one
     * @throws InvalidToken for anything else
     */
    static JsonNode single(JsonNode details) throws InvalidToken {
        JsonNode detail = details.isArray() && details.size() == 1 ? details.get(0) : details;
        if (!detail.isObject() || !detail.path("type").isTextual()) {
            throw new InvalidToken("The token's authorization_details are not one of a type");
        }
        if (detail.path("type").textValue().equals(SYSTEM_USER)
                && !isOneUuid(detail.path("systemuser_id"))) {
            throw new InvalidToken("The token's authorization_details name no one system user");
        }
        return detail;
    }

    private static boolean isOneUuid(JsonNode ids) {
        return ids.isArray()
                && ids.size() == 1
                && ids.get(0).isTextual()
                && UUID.matcher(ids.get(0).textValue()).matches();
    }
}
