package no.altinn.platform.auth;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;
import java.util.Set;

/**
 * Whose bearer tokens are accepted. Immutable.
 *
 * @param names the accepted {@code iss} values, compared exactly
 * @param acceptMissing whether a token without {@code iss} is accepted, as some cookies hold
 */
public record TokenIssuers(Set<String> names, boolean acceptMissing) {
    public TokenIssuers {
        names = Set.copyOf(names);
    }

    /** Whether these claims come from an accepted issuer. */
    boolean accept(Map<String, JsonNode> claims) {
        JsonNode issuer = claims.get("iss");
        return issuer == null
                ? acceptMissing
                : issuer.isTextual() && names.contains(issuer.textValue());
    }
}
