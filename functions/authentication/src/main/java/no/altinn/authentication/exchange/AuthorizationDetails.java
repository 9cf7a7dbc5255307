package no.altinn.authentication.exchange;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.auth.SystemUser;
import no.altinn.platform.jose.InvalidToken;

/** What a token's {@code authorization_details} (RFC 9396) become in Altinn's. */
final class AuthorizationDetails {
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
        SystemUser.requireKnown(detail);
        return detail;
    }
}
