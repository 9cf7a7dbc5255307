package no.altinn.local.idporten;

/**
 * A request that the protocol refuses. The message is told to the client: plain words in the
 * characters that RFC 6749 §5.2 allows, with nothing of the request in them.
 */
final class OAuthError extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code the {@code error}, one of those that RFC 6749 or OpenID Connect name
     */
    OAuthError(String code, String description) {
        super(description);
        this.code = code;
    }

    /** A parameter is missing, repeated or malformed. */
    static OAuthError invalidRequest(String description) {
        return new OAuthError("invalid_request", description);
    }

    /** The client is not who it says. */
    static OAuthError invalidClient(String description) {
        return new OAuthError("invalid_client", description);
    }

    /** The code, or what must fit to it, is wrong. */
    static OAuthError invalidGrant(String description) {
        return new OAuthError("invalid_grant", description);
    }

    String code() {
        return code;
    }

    /** Why, for the client's developer. */
    String description() {
        return getMessage();
    }
}
