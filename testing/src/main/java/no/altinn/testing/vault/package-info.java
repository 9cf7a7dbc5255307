/** A Key Vault on loopback. */
package no.altinn.testing.vault;
