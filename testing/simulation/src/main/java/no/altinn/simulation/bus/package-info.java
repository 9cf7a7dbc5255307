/** What carries messages: the feed, the topic and the queues. */
package no.altinn.simulation.bus;
