/** A subscription, its filters and its validation, and the ports that keep both. */
package no.altinn.events.subscription;
