package no.altinn.local.oauth;

/**
 * A request that the protocol refuses. The message is told to the client, in the characters that
 * RFC 6749 §5.2 allows and 500 of them at most; others become question marks.
 */
public final class OAuthError extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String NOT_ALLOWED = "[^ !#-\\[\\]-~]";
    private static final int LONGEST = 500;

    private final int status;
    private final String code;

    /**
     * A request that is answered with 400.
     *
     * @param code the {@code error}, one of those that an RFC or OpenID Connect name
     * @param description why, for the client's developer
     */
    public OAuthError(String code, String description) {
        this(400, code, description);
    }

    private OAuthError(int status, String code, String description) {
        super(allowed(description));
        this.status = status;
        this.code = code;
    }

    private static String allowed(String description) {
        String allowed = description.replaceAll(NOT_ALLOWED, "?");
        return allowed.substring(0, Math.min(LONGEST, allowed.length()));
    }

    /** A parameter is missing, repeated or malformed. */
    public static OAuthError invalidRequest(String description) {
        return new OAuthError("invalid_request", description);
    }

    /** The client is not who it says; 401. */
    public static OAuthError invalidClient(String description) {
        return new OAuthError(401, "invalid_client", description);
    }

    /** The grant, or what must fit to it, is wrong. */
    public static OAuthError invalidGrant(String description) {
        return new OAuthError("invalid_grant", description);
    }

    /** The client has done nothing wrong and may try again; 503. */
    public static OAuthError temporarilyUnavailable(String description) {
        return new OAuthError(503, "temporarily_unavailable", description);
    }

    /** The status of the answer where it is no page and no redirect. */
    public int status() {
        return status;
    }

    /** The {@code error}. */
    public String code() {
        return code;
    }

    /** The {@code error_description}. */
    public String description() {
        return getMessage();
    }
}
