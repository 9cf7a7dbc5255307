package no.altinn.local.maskinporten;

import com.nimbusds.oauth2.sdk.OAuth2Error;

import no.altinn.local.oauth.OAuthError;

/**
 * Why grants are refused. Descriptions begin with Maskinporten's own code where there is one, and
 * with the {@code error} elsewhere.
 */
final class Refusal {
    private static final String UNAUTHENTICATED =
            "Invalid assertion. Client authentication failed. ";

    private Refusal() {}

    /** The grant's {@code jti} has been used. */
    static OAuthError usedBefore() {
        return OAuthError.invalidGrant("MP-012: Grant is used before");
    }

    /** No client is registered under the grant's {@code iss}. */
    static OAuthError unknownClient() {
        return OAuthError.invalidGrant("MP-100: " + UNAUTHENTICATED + "Client not found");
    }

    /** The grant is meant for another server. */
    static OAuthError otherAudience() {
        return OAuthError.invalidGrant("MP-110: " + UNAUTHENTICATED + "Invalid JWT claim aud");
    }

    /** None of the client's keys has signed the grant. */
    static OAuthError notSigned(String reason) {
        return OAuthError.invalidGrant(
                "MP-124: " + UNAUTHENTICATED + "Invalid JWT signature. " + reason);
    }

    /** The grant has had its time. */
    static OAuthError expired() {
        return OAuthError.invalidGrant("MP-130: " + UNAUTHENTICATED + "JWT is expired");
    }

    /** A scope is asked for that the client is not registered with. */
    static OAuthError unregisteredScope(String reason) {
        return new OAuthError(
                OAuth2Error.INVALID_SCOPE_CODE,
                "MP-200: Token request contains invalid scopes for client. " + reason);
    }

    /** The assertion is not of the form that a grant has. */
    static OAuthError malformed(String reason) {
        return OAuthError.invalidGrant("MP-011: Invalid assertion. " + reason);
    }

    /** The certificates in the grant's header cannot be read. */
    static OAuthError malformedCertificates() {
        return OAuthError.invalidGrant(
                "MP-123: Invalid assertion. The JWT header x5c is no list of certificates");
    }

    /** Another grant than a signed one. */
    static OAuthError unsupportedType() {
        return new OAuthError(
                OAuth2Error.UNSUPPORTED_GRANT_TYPE_CODE,
                "grant_type must be " + ClientMetadata.JWT_BEARER + ".");
    }

    /** {@code authorization_details} of a type that is not known (RFC 9396 §5). */
    static OAuthError unknownDetails(String reason) {
        return invalidDetails("MP-301: " + reason);
    }

    /** {@code authorization_details} with members that are not known. */
    static OAuthError unknownInDetails(String reason) {
        return invalidDetails("MP-302: " + reason);
    }

    /** {@code authorization_details} with values that cannot be. */
    static OAuthError malformedDetails(String reason) {
        return invalidDetails("MP-303: " + reason);
    }

    private static OAuthError invalidDetails(String description) {
        return new OAuthError(OAuth2Error.INVALID_AUTHORIZATION_DETAILS_CODE, description);
    }

    /** No system user acts for the organisation. */
    static OAuthError unknownSystemUser() {
        return new OAuthError(
                "invalid_altinn_customer_configuration",
                "No system user acts for the organisation in systemuser_org.");
    }

    /** More grants than can be remembered came at once. */
    static OAuthError tooMany() {
        return OAuthError.temporarilyUnavailable("Too many grants at once; try again.");
    }
}
