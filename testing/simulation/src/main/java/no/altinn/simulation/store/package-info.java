/** What all processes share, as the deployed stores keep it. */
package no.altinn.simulation.store;
