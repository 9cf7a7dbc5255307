/** How many calls an endpoint may have at once, by how it answers, and who waits for them. */
package no.altinn.events.webhook.places;
