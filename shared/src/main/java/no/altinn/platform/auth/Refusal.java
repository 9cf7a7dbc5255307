package no.altinn.platform.auth;

import no.altinn.platform.http.Problem;

/**
 * What callers are answered that are not let in: 401 and 403 without a body, with a challenge (RFC
 * 6750 §3) and with an explanation for callers that ask for one.
 */
public final class Refusal {
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String SCHEME = "Bearer";

    private Refusal() {}

    /** 401 for a request without a token. RFC 6750 §3.1 wants no error code then. */
    public static Problem noToken(String detail) {
        return Problem.empty(401).with(CHALLENGE, SCHEME).explained(detail);
    }

    /**
     * 401 for a request with a token that is not accepted.
     *
     * @param detail what the caller is told; nothing that it could not read from the token itself
     * @param logged why the token is not accepted
     */
    public static Problem invalidToken(String detail, String logged) {
        return challenged(Problem.empty(401)).explained(detail, logged);
    }

    /** 403 for a good token without a scope. */
    public static Problem missingScope(String scope) {
        return missingScope(scope, "The token lacks the scope '%s'.".formatted(scope));
    }

    /** 403 for a good token without a scope, where there is more to say. */
    public static Problem missingScope(String scope, String detail) {
        return missingScope(scope, Problem.empty(403).explained(detail));
    }

    /** The same problem of status 403 with the challenge for a token without a scope. */
    public static Problem missingScope(String scope, Problem problem) {
        return problem.with(CHALLENGE, error("insufficient_scope") + ", scope=\"" + scope + "\"");
    }

    /** 403 for a good token whose holder may not do what it asks for. */
    public static Problem forbidden(String detail) {
        return forbidden(detail, detail);
    }

    /**
     * 403 for a good token whose holder may not do what it asks for.
     *
     * @param detail what the caller is told
     * @param logged what the log tells instead
     */
    public static Problem forbidden(String detail, String logged) {
        return challenged(Problem.empty(403)).explained(detail, logged);
    }

    /** 403 for a token that came in a place where it does not count; another place would do. */
    static Problem misplaced(String detail) {
        return Problem.empty(403).with(CHALLENGE, SCHEME).explained(detail);
    }

    /** The same problem of status 401 or 403 with the challenge for a token that came with it. */
    public static Problem challenged(Problem problem) {
        boolean isUnauthorized = problem.answer().status() == 401;
        return problem.with(
                CHALLENGE, error(isUnauthorized ? "invalid_token" : "insufficient_scope"));
    }

    private static String error(String code) {
        return SCHEME + " error=\"" + code + "\"";
    }
}
