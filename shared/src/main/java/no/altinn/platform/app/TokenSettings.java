package no.altinn.platform.app;

import java.net.URI;
import java.util.Set;

/**
 * Which tokens an app accepts. Immutable.
 *
 * @param openIdBase the address that the issuer's discovery document is below, ending in a slash
 * @param issuers the issuers of bearer tokens
 * @param acceptMissingIssuer whether a token that names no issuer is accepted
 * @param runtimeCookie the name of the second cookie that may hold a bearer token
 * @param accessTokenIssuers the issuers whose platform access tokens open private endpoints
 */
public record TokenSettings(
        URI openIdBase,
        Set<String> issuers,
        boolean acceptMissingIssuer,
        String runtimeCookie,
        Set<String> accessTokenIssuers) {
    public TokenSettings {
        issuers = Set.copyOf(issuers);
        accessTokenIssuers = Set.copyOf(accessTokenIssuers);
    }
}
