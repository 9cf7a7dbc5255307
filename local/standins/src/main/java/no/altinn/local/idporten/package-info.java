/** Stands in for ID-porten: people log in without a password, and clients get tokens for them. */
package no.altinn.local.idporten;
