package no.altinn.local.idporten;

import no.altinn.local.oauth.OAuthError;
import no.altinn.local.oauth.OAuthParameters;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a client sends to show later that a code is its own (RFC 7636), by the method S256.
 * Immutable.
 *
 * @param text base64url of the verifier's SHA-256 digest
 */
record PkceChallenge(String text) {
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    /**
     * Reads {@code code_challenge} and {@code code_challenge_method}.
     *
     * @throws OAuthError if one is missing, or is not S256
     */
    static PkceChallenge read(OAuthParameters parameters) throws OAuthError {
        parameters.requireJust("code_challenge_method", "S256");
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
        if (!VERIFIER.matcher(verifier).matches()) {
            throw OAuthError.invalidRequest(
                    "code_verifier must be 43 to 128 letters, digits, or any of . _ ~ -");
        }
        return verifier;
    }

    /** Whether the client that sent this is the one that knows the verifier. */
    boolean fits(String verifier) {
        return text.equals(
                Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(verifier)));
    }
}
