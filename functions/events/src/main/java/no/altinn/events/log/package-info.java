/** What happened to events on their way to subscriptions. */
package no.altinn.events.log;
