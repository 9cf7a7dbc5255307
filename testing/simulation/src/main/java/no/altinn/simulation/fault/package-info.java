/** What can fail between a process and everything outside it. */
package no.altinn.simulation.fault;
