/** Measurements, each printed as a ratio of what one run measured. */
package no.altinn.bench;
