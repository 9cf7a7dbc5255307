package no.altinn.local.idporten;

import static com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;
import static com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod.CLIENT_SECRET_POST;
import static com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod.NONE;
import static com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod.PRIVATE_KEY_JWT;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;

import no.altinn.local.oauth.OAuthError;
import no.altinn.local.oauth.OAuthParameters;
import no.altinn.local.web.BasicCredentials;
import no.altinn.platform.http.Request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out which client asks for tokens (OpenID Connect Core §9). There is no registration to
 * compare with: any secret that is not empty will do, and a client's assertion must have the right
 * claims but may be signed with any key. Thread-safe.
 */
final class ClientAuthentication {
    /** Every method that a client may use; the last one is for public clients. */
    static final List<ClientAuthenticationMethod> METHODS =
            List.of(CLIENT_SECRET_BASIC, CLIENT_SECRET_POST, PRIVATE_KEY_JWT, NONE);

    private final ProviderMetadata metadata;
    private final Clock clock;

    ClientAuthentication(ProviderMetadata metadata, Clock clock) {
        this.metadata = metadata;
        this.clock = clock;
    }

    /**
     * Authenticates the client.
     *
     * @throws OAuthError if the client does not say who it is, says so in two ways, or does not
     *     authenticate as it should
     */
    AuthenticatedClient authenticate(Request request, OAuthParameters parameters)
            throws OAuthError {
        Optional<String> header = request.header("Authorization");
        Optional<String> secret = parameters.optional("client_secret");
        Optional<String> assertion =
                parameters.optional("client_assertion", ClientAssertion.MAX_LENGTH);
        // RFC 6749 §2.3: one method in each request.
        if (Stream.of(header, secret, assertion).filter(Optional::isPresent).count() > 1) {
            throw OAuthError.invalidRequest("A client must authenticate in one way only");
        }
        AuthenticatedClient client;
        if (header.isPresent()) {
            client = basic(request);
        } else if (assertion.isPresent()) {
            client = assertion(parameters, assertion.get());
        } else {
            client =
                    new AuthenticatedClient(
                            parameters.required("client_id"),
                            secret.isEmpty() ? NONE : CLIENT_SECRET_POST);
        }
        if (!parameters.optional("client_id").orElse(client.id()).equals(client.id())) {
            throw OAuthError.invalidClient("client_id is not the client that authenticated");
        }
        return client;
    }

    private AuthenticatedClient assertion(OAuthParameters parameters, String jwt)
            throws OAuthError {
        parameters.requireJust("client_assertion_type", ClientAssertion.TYPE);
        ClientAssertion assertion = ClientAssertion.read(jwt);
        assertion.requireFor(metadata, clock.instant());
        return new AuthenticatedClient(assertion.clientId(), PRIVATE_KEY_JWT);
    }

    private static AuthenticatedClient basic(Request request) throws OAuthError {
        BasicCredentials credentials =
                BasicCredentials.of(request)
                        .orElseThrow(
                                () ->
                                        OAuthError.invalidClient(
                                                "The Authorization header must be Basic, with a"
                                                        + " client and a secret"));
        return new AuthenticatedClient(plain(credentials.user()), CLIENT_SECRET_BASIC);
    }

    /** RFC 6749 §2.3.1: id and secret are form-encoded before they are joined. */
    private static String plain(String encoded) throws OAuthError {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw OAuthError.invalidClient("The Authorization header has a malformed client");
        }
    }
}
