/** The local platform's keys: made at the first start, kept in the data directory. */
package no.altinn.local.identity;
