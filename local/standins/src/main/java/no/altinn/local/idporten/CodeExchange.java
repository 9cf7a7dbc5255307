package no.altinn.local.idporten;

import com.nimbusds.oauth2.sdk.OAuth2Error;

import no.altinn.local.oauth.OAuthError;
import no.altinn.local.oauth.OAuthParameters;
import no.altinn.local.oauth.TokenAnswer;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Request;

/** Gives clients the tokens of a login for its code (RFC 6749 §4.1.3). Thread-safe. */
final class CodeExchange {
    private final ClientAuthentication authentication;
    private final AuthorizationCodes codes;
    private final LoginTokens tokens;

    CodeExchange(
            ClientAuthentication authentication, AuthorizationCodes codes, LoginTokens tokens) {
        this.authentication = authentication;
        this.codes = codes;
        this.tokens = tokens;
    }

    /** 200 with tokens, or the error as RFC 6749 §5.2 has it. */
    Answer exchange(Request request) {
        try {
            OAuthParameters parameters = OAuthParameters.ofForm(request);
            requireGrant(parameters);
            AuthenticatedClient client = authentication.authenticate(request, parameters);
            return TokenAnswer.of(tokens.issue(login(parameters, client), client));
        } catch (OAuthError e) {
            return refusal(e);
        }
    }

    private static void requireGrant(OAuthParameters parameters) throws OAuthError {
        if (!parameters.required("grant_type").equals("authorization_code")) {
            throw new OAuthError(
                    OAuth2Error.UNSUPPORTED_GRANT_TYPE_CODE,
                    "grant_type must be authorization_code");
        }
    }

    /** Every attempt uses up the code, so that a thief has one guess at the rest of it. */
    private Login login(OAuthParameters parameters, AuthenticatedClient client) throws OAuthError {
        String code = parameters.required("code");
        String redirectUri = parameters.required("redirect_uri");
        String verifier = PkceChallenge.verifier(parameters);
        Login login =
                codes.redeem(code)
                        .orElseThrow(
                                () ->
                                        OAuthError.invalidGrant(
                                                "The code is unknown, was used, or has expired"));
        AuthorizationRequest asked = login.request();
        if (!asked.back().clientId().equals(client.id())) {
            throw OAuthError.invalidGrant("The code was issued to another client");
        }
        if (!asked.back().redirectUri().text().equals(redirectUri)) {
            throw OAuthError.invalidGrant("redirect_uri is not the one of the login");
        }
        if (!asked.challenge().fits(verifier)) {
            throw OAuthError.invalidGrant("code_verifier does not fit the code_challenge");
        }
        return login;
    }

    private static Answer refusal(OAuthError error) {
        Answer answer = TokenAnswer.refusing("ID-porten", error);
        return answer.status() == 401
                ? answer.with("WWW-Authenticate", "Basic realm=\"idporten\"")
                : answer;
    }
}
