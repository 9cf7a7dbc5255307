package no.altinn.local.maskinporten;

import no.altinn.local.oauth.OAuthError;
import no.altinn.local.oauth.OAuthParameters;
import no.altinn.local.oauth.TokenAnswer;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Request;

/** Gives tokens for signed grants (RFC 6749 §4.5, RFC 7523 §2.1). Thread-safe. */
final class GrantExchange {
    private final GrantVerifier grants;
    private final AccessTokens tokens;

    GrantExchange(GrantVerifier grants, AccessTokens tokens) {
        this.grants = grants;
        this.tokens = tokens;
    }

    /** 200 with a token, or the error as RFC 6749 §5.2 has it. */
    Answer answer(Request request) {
        try {
            OAuthParameters form = OAuthParameters.ofForm(request);
            if (!form.required("grant_type").equals(ClientMetadata.JWT_BEARER)) {
                throw Refusal.unsupportedType();
            }
            // As it was sent, so that the verifier says why it is no JWT.
            Grant grant = grants.verify(form.requiredAsSent("assertion"));
            return TokenAnswer.of(tokens.issue(grant));
        } catch (OAuthError e) {
            return TokenAnswer.refusing("Maskinporten", e);
        }
    }
}
