package no.altinn.local.oauth;

import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.http.Request;

import java.util.Optional;

/**
 * The parameters of a request to an endpoint of OAuth: each at most once, and the same as left out
 * when empty (RFC 6749 §3.1). Immutable.
 */
public final class OAuthParameters {
    /** The longest value that is read, in characters. */
    public static final int MAX_LENGTH = 4_000;

    private static final MediaType FORM = new MediaType("application/x-www-form-urlencoded");

    private final QueryParameters parameters;

    private OAuthParameters(QueryParameters parameters) {
        this.parameters = parameters;
    }

    /** The parameters of the request's query. */
    public static OAuthParameters ofQuery(Request request) {
        return new OAuthParameters(request.query());
    }

    /**
     * The parameters of the request's body.
     *
     * @throws OAuthError if it is no form
     */
    public static OAuthParameters ofForm(Request request) throws OAuthError {
        if (request.header("Content-Type")
                .flatMap(MediaType::parse)
                .filter(FORM::equals)
                .isEmpty()) {
            throw OAuthError.invalidRequest("Content-Type must be " + FORM);
        }
        try {
            return new OAuthParameters(QueryParameters.parse(request.body()));
        } catch (Problem e) {
            throw OAuthError.invalidRequest("The form has a malformed percent escape");
        }
    }

    /**
     * A parameter that may be left out.
     *
     * @throws OAuthError if it is there twice, too long, or not plain ASCII
     */
    public Optional<String> optional(String name) throws OAuthError {
        return optional(name, MAX_LENGTH);
    }

    /** The same with a bound of its own, in characters. */
    public Optional<String> optional(String name, int maxLength) throws OAuthError {
        Optional<String> value = once(name);
        if (value.filter(text -> text.length() > maxLength).isPresent()) {
            throw OAuthError.invalidRequest(name + " is too long");
        }
        // RFC 6749 appendix A: no parameter read so has other characters. So that none of them
        // can break a header, a page or a log line.
        if (!value.orElse("").chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw OAuthError.invalidRequest(name + " must be plain ASCII");
        }
        return value;
    }

    /**
     * A parameter that must be there.
     *
     * @throws OAuthError if it is missing, there twice, too long, or not plain ASCII
     */
    public String required(String name) throws OAuthError {
        return optional(name).orElseThrow(() -> missing(name));
    }

    /**
     * A parameter that must be there, of any length and with any characters in it.
     *
     * @throws OAuthError if it is missing or there twice
     */
    public String requiredAsSent(String name) throws OAuthError {
        return once(name).orElseThrow(() -> missing(name));
    }

    private Optional<String> once(String name) throws OAuthError {
        if (parameters.all(name).size() > 1) {
            throw OAuthError.invalidRequest(name + " must be there only once");
        }
        return parameters.first(name);
    }

    private static OAuthError missing(String name) {
        return OAuthError.invalidRequest(name + " must be there");
    }

    /**
     * A parameter that has one value only.
     *
     * @throws OAuthError if it is missing or something else
     */
    public void requireJust(String name, String value) throws OAuthError {
        if (!required(name).equals(value)) {
            throw OAuthError.invalidRequest(name + " must be " + value);
        }
    }
}
