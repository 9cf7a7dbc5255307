/** Signed tokens and their keys: compact JWS, key sets, verification, signing. */
package no.altinn.platform.jose;
