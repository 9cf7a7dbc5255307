/** Time, order and chance of a schedule. */
package no.altinn.simulation.time;
