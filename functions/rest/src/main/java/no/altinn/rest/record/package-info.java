/** The app's own records: JSON in tables, with what they are found by. */
package no.altinn.rest.record;
