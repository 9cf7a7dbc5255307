/** What must be true after each schedule. */
package no.altinn.simulation.verdict;
