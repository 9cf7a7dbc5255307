package no.altinn.local.maskinporten;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Problem;
import no.altinn.platform.http.QueryParameters;
import no.altinn.platform.http.Request;

import java.util.List;

/** Gives tokens for signed grants (RFC 6749 §4.5, RFC 7523 §2.1). Thread-safe. */
final class TokenEndpoint {
    private static final MediaType FORM = new MediaType("application/x-www-form-urlencoded");

    private final GrantVerifier grants;
    private final AccessTokens tokens;

    TokenEndpoint(GrantVerifier grants, AccessTokens tokens) {
        this.grants = grants;
        this.tokens = tokens;
    }

    Answer answer(Request request) {
        return uncached(issue(request));
    }

    private Answer issue(Request request) {
        try {
            QueryParameters form = form(request);
            if (!only(form, "grant_type").equals(ClientMetadata.JWT_BEARER)) {
                throw GrantRefused.unsupportedType();
            }
            return tokens.issue(grants.verify(only(form, "assertion")));
        } catch (GrantRefused e) {
            return e.answer();
        }
    }

    private static QueryParameters form(Request request) throws GrantRefused {
        if (MediaType.parse(request.header("Content-Type").orElse(""))
                .filter(FORM::equals)
                .isEmpty()) {
            throw GrantRefused.invalidRequest("Content-Type must be " + FORM + ".");
        }
        try {
            return QueryParameters.parse(request.body());
        } catch (Problem e) {
            throw GrantRefused.invalidRequest("The form has a malformed percent escape.");
        }
    }

    /** RFC 6749 §3.2: no parameter may come twice, and one without value counts as left out. */
    private static String only(QueryParameters form, String name) throws GrantRefused {
        List<String> values = form.all(name);
        if (values.size() != 1) {
            throw GrantRefused.invalidRequest("There must be one " + name + ".");
        }
        return values.get(0);
    }

    /** RFC 6749 §5.1: nobody on the way may keep a token. */
    private static Answer uncached(Answer answer) {
        return answer.with("Cache-Control", "no-store").with("Pragma", "no-cache");
    }
}
