/** Claims that the tokens of several issuers share. */
package no.altinn.local.claims;
