/** Fires functions from the messages of a queue. */
package no.altinn.local.host.queue;
