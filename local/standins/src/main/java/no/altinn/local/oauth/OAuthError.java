package no.altinn.local.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;

import java.util.regex.Pattern;

/**
 * A request that the protocol refuses. The client reads the message. It begins with a code: the
 * provider's own, such as {@code MP-110}, or else the {@code error}. It has at most 500 characters;
 * each character that RFC 6749 §5.2 does not allow becomes a question mark.
 */
public final class OAuthError extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String NOT_ALLOWED = "[^ !#-\\[\\]-~]";
    private static final int LONGEST = 500;
    private static final Pattern PROVIDERS_CODE = Pattern.compile("[A-Z]{2}-[0-9]{3}: ");

    private final ErrorObject error;

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
        this(new ErrorObject(code, allowed(withCode(code, description)), status));
    }

    private OAuthError(ErrorObject error) {
        super(error.getDescription());
        this.error = error;
    }

    private static String withCode(String code, String description) {
        return PROVIDERS_CODE.matcher(description).lookingAt()
                ? description
                : code + ": " + description;
    }

    private static String allowed(String description) {
        String allowed = description.replaceAll(NOT_ALLOWED, "?");
        return allowed.substring(0, Math.min(LONGEST, allowed.length()));
    }

    /** A parameter is missing, repeated or malformed. */
    public static OAuthError invalidRequest(String description) {
        return new OAuthError(OAuth2Error.INVALID_REQUEST_CODE, description);
    }

    /** The client is not who it says; 401. */
    public static OAuthError invalidClient(String description) {
        return new OAuthError(401, OAuth2Error.INVALID_CLIENT_CODE, description);
    }

    /** The grant, or what must fit to it, is wrong. */
    public static OAuthError invalidGrant(String description) {
        return new OAuthError(OAuth2Error.INVALID_GRANT_CODE, description);
    }

    /** The client has done nothing wrong and may try again; 503. */
    public static OAuthError temporarilyUnavailable(String description) {
        return new OAuthError(503, OAuth2Error.TEMPORARILY_UNAVAILABLE_CODE, description);
    }

    /** The status of the answer where it is no page and no redirect. */
    public int status() {
        return error.getHTTPStatusCode();
    }

    /** The {@code error}. */
    public String code() {
        return error.getCode();
    }

    /** The {@code error_description}. */
    public String description() {
        return error.getDescription();
    }
}
