package no.altinn.local.idporten;

/**
 * A client that asks for tokens. Immutable.
 *
 * @param id its {@code client_id}
 * @param method how it authenticated, by the name that OpenID Connect Core §9 has for it
 */
record AuthenticatedClient(String id, String method) {}
