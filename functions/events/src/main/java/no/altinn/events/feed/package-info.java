/** An event as the store's change feed carries it. */
package no.altinn.events.feed;
