/** Stands in for Maskinporten: clients, their keys, and tokens for what they sign (RFC 7523). */
package no.altinn.local.maskinporten;
