package no.altinn.events.event;

import java.time.Instant;

/**
 * An event and its own place in the registration order.
 *
 * @param registered when it took this place, to the millisecond or finer
 */
public record StoredEvent(Event event, Cursor cursor, Instant registered) {}
