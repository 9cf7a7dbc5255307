/** An event, its key and its place among others, and the store that keeps it. */
package no.altinn.events.event;
