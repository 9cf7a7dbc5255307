/** How a subscription's endpoint is called, and which addresses it may have. */
package no.altinn.events.webhook;
