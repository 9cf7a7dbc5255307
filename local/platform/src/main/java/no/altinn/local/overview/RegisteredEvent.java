package no.altinn.local.overview;

import no.altinn.events.event.Event;

import java.time.Instant;

/**
 * An event as it is kept.
 *
 * @param registered when it was stored
 */
public record RegisteredEvent(Event event, Instant registered) {}
