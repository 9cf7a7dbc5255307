/** Bugs that are planted to see whether schedules find them. */
package no.altinn.simulation.flaw;
