/** How a consumer without an endpoint fetches its events, and tells what became of each. */
package no.altinn.events.pull;
