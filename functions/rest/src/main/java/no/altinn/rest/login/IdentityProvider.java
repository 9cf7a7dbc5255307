package no.altinn.rest.login;

import java.net.URI;

/**
 * Where persons log in by themselves (OpenID Connect Core 1.0 §3.1). Implementations are
 * thread-safe.
 */
public interface IdentityProvider {
    /**
     * The page that persons are sent to; a query may be added.
     *
     * @throws no.altinn.platform.client.Unavailable if it cannot be found out now
     */
    URI authorizationEndpoint();

    /**
     * Exchanges a code, once.
     *
     * @param verifier of PKCE (RFC 7636 §4.1)
     * @param redirect the same as in the request that led to the code
     * @return the ID token, which is not verified yet
     * @throws LoginRefused if the provider does not accept the code
     * @throws no.altinn.platform.client.Unavailable if the answer cannot be had now
     */
    String redeem(String code, String verifier, URI redirect);
}
