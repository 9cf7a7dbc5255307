package no.altinn.events.store;

import no.altinn.events.event.Event;

/** An event and its own place in the registration order. */
public record StoredEvent(Event event, Cursor cursor) {}
