/** How the endpoints of subscriptions do, hour by hour. */
package no.altinn.events.statistics;
