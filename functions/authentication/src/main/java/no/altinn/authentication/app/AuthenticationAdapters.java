package no.altinn.authentication.app;

import no.altinn.platform.jose.SigningKeyRing;

import java.util.function.Supplier;

/**
 * What the app stands on.
 *
 * @param keys what Altinn's tokens are signed with
 * @param platformAccessToken gives the token with which this app calls the rest of the platform
 */
public record AuthenticationAdapters(SigningKeyRing keys, Supplier<String> platformAccessToken) {}
