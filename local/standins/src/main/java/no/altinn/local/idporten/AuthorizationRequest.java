package no.altinn.local.idporten;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.openid.connect.sdk.OIDCError;

import no.altinn.local.oauth.OAuthError;
import no.altinn.local.oauth.OAuthParameters;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a client asks to log a person in with (OpenID Connect Core §3.1.2.1). Immutable.
 *
 * @param back who asks, and where the answer goes
 * @param scope tokens of RFC 6749 §3.3, separated by one space; {@code openid} is among them
 * @param nonce comes back in the ID token; empty for none
 * @param locale the language that the person is taken to read
 */
record AuthorizationRequest(
        ReturnAddress back,
        String scope,
        String nonce,
        PkceChallenge challenge,
        Assurance assurance,
        String locale) {

    /** The languages of ID-porten, the one that is taken by default first. */
    static final List<String> LOCALES = List.of("nb", "nn", "en", "se");

    private static final String OPENID = "openid";
    private static final Pattern SCOPE = Pattern.compile("[!#-\\[\\]-~]+");

    /**
     * Reads the rest of a request whose way back is known.
     *
     * @throws OAuthError if something is missing, malformed, or not supported
     */
    static AuthorizationRequest read(OAuthParameters parameters, ReturnAddress back)
            throws OAuthError {
        refuseWhatIsNotSupported(parameters);
        return new AuthorizationRequest(
                back,
                scope(parameters),
                parameters.optional("nonce").orElse(""),
                PkceChallenge.read(parameters),
                Assurance.preferred(
                        parameters.optional("acr_values").orElse(Assurance.SUBSTANTIAL.acr())),
                locale(parameters.optional("ui_locales").orElse("")));
    }

    private static void refuseWhatIsNotSupported(OAuthParameters parameters) throws OAuthError {
        if (parameters.optional("request").isPresent()) {
            throw new OAuthError(
                    OAuth2Error.REQUEST_NOT_SUPPORTED_CODE, "request is not supported");
        }
        if (parameters.optional("request_uri").isPresent()) {
            throw new OAuthError(
                    OAuth2Error.REQUEST_URI_NOT_SUPPORTED_CODE, "request_uri is not supported");
        }
        if (!parameters.required("response_type").equals("code")) {
            throw new OAuthError(
                    OAuth2Error.UNSUPPORTED_RESPONSE_TYPE_CODE, "response_type must be code");
        }
        if (!parameters.optional("response_mode").orElse("query").equals("query")) {
            throw OAuthError.invalidRequest("response_mode must be query");
        }
        // A person is logged in only after the page, and this client wants no page.
        if (words(parameters.optional("prompt").orElse("")).contains("none")) {
            throw new OAuthError(OIDCError.LOGIN_REQUIRED_CODE, "No user is logged in");
        }
    }

    private static String scope(OAuthParameters parameters) throws OAuthError {
        List<String> scopes = words(parameters.required("scope"));
        if (!scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches())) {
            throw new OAuthError(
                    OAuth2Error.INVALID_SCOPE_CODE, "scope has a character that no scope has");
        }
        if (!scopes.contains(OPENID)) {
            throw new OAuthError(
                    OAuth2Error.INVALID_SCOPE_CODE, "openid must be one of the scopes");
        }
        return String.join(" ", scopes);
    }

    private static String locale(String uiLocales) {
        return words(uiLocales).stream()
                .filter(LOCALES::contains)
                .findFirst()
                .orElse(LOCALES.get(0));
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).distinct().toList();
    }
}
