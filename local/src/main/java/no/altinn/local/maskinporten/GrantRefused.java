package no.altinn.local.maskinporten;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Json;
import no.altinn.platform.http.MediaType;

/**
 * A token request that is refused, and the answer of RFC 6749 §5.2 that it gets. Descriptions begin
 * with Maskinporten's own code where there is one.
 */
final class GrantRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String UNAUTHENTICATED =
            "Invalid assertion. Client authentication failed. ";
    private static final int LONGEST = 500;

    private final int status;
    private final String error;

    private GrantRefused(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    /** The grant's {@code jti} has been used. */
    static GrantRefused usedBefore() {
        return invalidGrant("MP-012: Grant is used before");
    }

    /** Nobody is registered under the grant's {@code iss}. */
    static GrantRefused unknownClient() {
        return invalidGrant("MP-100: " + UNAUTHENTICATED + "Client not found");
    }

    /** The grant is meant for somebody else. */
    static GrantRefused otherAudience() {
        return invalidGrant("MP-110: " + UNAUTHENTICATED + "Invalid JWT claim aud");
    }

    /** None of the client's keys has signed the grant. */
    static GrantRefused notSigned(String reason) {
        return invalidGrant("MP-124: " + UNAUTHENTICATED + "Invalid JWT signature. " + reason);
    }

    /** The grant has had its time. */
    static GrantRefused expired() {
        return invalidGrant("MP-130: " + UNAUTHENTICATED + "JWT is expired");
    }

    /** A scope is asked for that the client is not registered with. */
    static GrantRefused unregisteredScope(String reason) {
        return new GrantRefused(
                400,
                "invalid_scope",
                "MP-200: Token request contains invalid scopes for client. " + reason);
    }

    /** The assertion is not of the form that a grant has. */
    static GrantRefused malformed(String reason) {
        return invalidGrant("Invalid assertion. " + reason);
    }

    /** The request is not of its form. */
    static GrantRefused invalidRequest(String reason) {
        return new GrantRefused(400, "invalid_request", reason);
    }

    /** Another grant than a signed one. */
    static GrantRefused unsupportedType() {
        return new GrantRefused(
                400,
                "unsupported_grant_type",
                "grant_type must be " + ClientMetadata.JWT_BEARER + ".");
    }

    /** {@code authorization_details} that cannot be read (RFC 9396 §5). */
    static GrantRefused invalidDetails(String reason) {
        return new GrantRefused(400, "invalid_authorization_details", reason);
    }

    /** No system user acts for the organisation. */
    static GrantRefused unknownSystemUser() {
        return new GrantRefused(
                400,
                "invalid_altinn_customer_configuration",
                "No system user acts for the organisation in systemuser_org.");
    }

    /** More grants than can be remembered came at once. */
    static GrantRefused tooMany() {
        return new GrantRefused(
                503, "temporarily_unavailable", "Too many grants at once; try again.");
    }

    private static GrantRefused invalidGrant(String description) {
        return new GrantRefused(400, "invalid_grant", description);
    }

    /** What the client is answered. */
    Answer answer() {
        // RFC 6749 §5.2 leaves out quotes, backslashes and what is not ASCII.
        String description = getMessage().replaceAll("[^ !#-\\[\\]-~]", "?");
        return Answer.of(
                status,
                MediaType.JSON,
                Json.object()
                        .put("error", error)
                        .put(
                                "error_description",
                                description.substring(0, Math.min(LONGEST, description.length())))
                        .toString());
    }
}
