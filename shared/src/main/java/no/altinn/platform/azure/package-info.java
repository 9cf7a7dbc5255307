/** Azure as every function app meets it: transport, identity, and what Key Vault keeps. */
package no.altinn.platform.azure;
