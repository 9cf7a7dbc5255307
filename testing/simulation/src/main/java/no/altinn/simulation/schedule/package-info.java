/** What happens in a schedule. */
package no.altinn.simulation.schedule;
