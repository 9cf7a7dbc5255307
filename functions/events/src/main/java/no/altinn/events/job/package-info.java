/** What consumers ask to be done with many deliveries, which goes on step by step. */
package no.altinn.events.job;
