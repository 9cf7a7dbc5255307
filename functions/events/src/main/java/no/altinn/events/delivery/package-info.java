/**
 * How an event gets to the subscriptions that may have it: recipients, attempts, retries and the
 * sweep.
 */
package no.altinn.events.delivery;
