/**
 * Filters of subscriptions (CloudEvents Subscriptions API §3.2.4): read from JSON within bounds,
 * kept as one canonical text, and asked about an event's attributes.
 */
package no.altinn.events.filter;
