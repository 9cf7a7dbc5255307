/** The message box in schedules: forms, letters, files, and what is told of them. */
package no.altinn.simulation.box;
