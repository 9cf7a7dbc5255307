/** The ports of the Events app over Event Grid and Storage Queues. */
package no.altinn.events.azure;
