/** Triggers of the Events app: each reads its input, calls one rule and renders the answer. */
package no.altinn.events.functions;
