/** The composition root of the Events app: its settings, its objects and how it answers errors. */
package no.altinn.events.app;
