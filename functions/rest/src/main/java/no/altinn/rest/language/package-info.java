/** The languages that clients are answered in. */
package no.altinn.rest.language;
