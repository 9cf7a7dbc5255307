/** Test tokens, as Altinn's test token generator makes them. */
package no.altinn.local.tokens;
