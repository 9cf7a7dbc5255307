/** Runs the use cases through schedules of faults that a seed alone tells. */
package no.altinn.simulation;
