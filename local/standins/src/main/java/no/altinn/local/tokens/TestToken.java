package no.altinn.local.tokens;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.jose.SigningKey;

import java.time.Duration;

/**
 * A token that was asked for and is not signed yet.
 *
 * @param key signs it
 * @param claims all but the issuer's address, times and id, which every token gets
 */
record TestToken(SigningKey key, ObjectNode claims, Duration lifetime) {}
