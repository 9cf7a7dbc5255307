package no.altinn.local.idporten;

import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;

/**
 * A client that asks for tokens. Immutable.
 *
 * @param id its {@code client_id}
 * @param method how it authenticated (OpenID Connect Core §9)
 */
record AuthenticatedClient(String id, ClientAuthenticationMethod method) {}
