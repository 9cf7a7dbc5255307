/** How events are accepted from publishers. */
package no.altinn.events.publish;
