/** Messages and forms as PDF. */
package no.altinn.rest.print;
