package no.altinn.events.event;

/** An event and its own place in the registration order. */
public record StoredEvent(Event event, Cursor cursor) {}
