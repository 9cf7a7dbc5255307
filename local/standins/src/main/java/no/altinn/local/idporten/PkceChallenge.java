package no.altinn.local.idporten;

import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;

import no.altinn.local.oauth.OAuthError;
import no.altinn.local.oauth.OAuthParameters;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code challenge (RFC 7636) by the method S256. The client that sent it proves with the verifier
 * that the code was issued to it. Immutable.
 *
 * @param text base64url of the verifier's SHA-256 digest
 */
record PkceChallenge(String text) {
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    /**
     * Reads {@code code_challenge} and {@code code_challenge_method}.
     *
     * @throws OAuthError if one is missing, or is not S256
     */
    static PkceChallenge read(OAuthParameters parameters) throws OAuthError {
        parameters.requireJust("code_challenge_method", CodeChallengeMethod.S256.getValue());
        String challenge = parameters.required("code_challenge");
        if (!CHALLENGE.matcher(challenge).matches()) {
            throw OAuthError.invalidRequest("code_challenge must be 43 characters of base64url");
        }
        return new PkceChallenge(challenge);
    }

    /**
     * Reads {@code code_verifier}.
     *
     * @throws OAuthError if it is missing, or nothing that could be one (RFC 7636 §4.1)
     */
    static String verifier(OAuthParameters parameters) throws OAuthError {
        String verifier = parameters.required("code_verifier");
        if (parsed(verifier).isEmpty()) {
            throw OAuthError.invalidRequest(
                    "code_verifier must be 43 to 128 letters, digits, or any of . _ ~ -");
        }
        return verifier;
    }

    /** Whether this challenge was made from the verifier (RFC 7636 §4.6). */
    boolean fits(String verifier) {
        return parsed(verifier)
                .map(secret -> CodeChallenge.compute(CodeChallengeMethod.S256, secret))
                .filter(computed -> computed.getValue().equals(text))
                .isPresent();
    }

    private static Optional<CodeVerifier> parsed(String verifier) {
        try {
            return Optional.of(new CodeVerifier(verifier));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
