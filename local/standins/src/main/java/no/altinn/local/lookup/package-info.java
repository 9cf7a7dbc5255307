/** A stand-in for the sources of Lookups. */
package no.altinn.local.lookup;
