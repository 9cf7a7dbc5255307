/** Processes, and the use cases in each. */
package no.altinn.simulation.process;
