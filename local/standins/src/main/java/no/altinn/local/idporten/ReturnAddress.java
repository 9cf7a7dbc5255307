package no.altinn.local.idporten;

import no.altinn.local.oauth.OAuthError;
import no.altinn.local.oauth.OAuthParameters;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.QueryParameters;

/**
 * How the answer to an authorization request finds back to its client. Only with this can a client
 * learn of errors; until it is known to be good, the user is sent nowhere. Immutable.
 *
 * @param state what the client wants back; empty for nothing
 * @param issuer names the provider that answers (RFC 9207)
 */
record ReturnAddress(String clientId, RedirectUri redirectUri, String state, String issuer) {

    /**
     * Reads it from a request.
     *
     * @throws OAuthError if there is no client or address, or one that cannot be answered to
     */
    static ReturnAddress read(OAuthParameters parameters, String issuer) throws OAuthError {
        return new ReturnAddress(
                parameters.required("client_id"),
                RedirectUri.of(parameters.required("redirect_uri")),
                parameters.optional("state").orElse(""),
                issuer);
    }

    /** Sends the person back with a code (RFC 6749 §4.1.2). */
    Answer withCode(String code) {
        return redirect(QueryParameters.parse("").with("code", code));
    }

    /** Sends the person back with an error (RFC 6749 §4.1.2.1). */
    Answer withError(OAuthError error) {
        return redirect(
                QueryParameters.parse("")
                        .with("error", error.code())
                        .with("error_description", error.description()));
    }

    // 303, so that the browser does not post the person on to the client (RFC 9700 §4.12).
    private Answer redirect(QueryParameters answer) {
        QueryParameters complete = state.isEmpty() ? answer : answer.with("state", state);
        return Answer.empty(303)
                .with("Location", redirectUri.with(complete.with("iss", issuer)))
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "no-referrer");
    }
}
