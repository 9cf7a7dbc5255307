package no.altinn.events.event;

import java.time.Instant;

/**
 * An event and its own place in the registration order.
 *
 * @param registered when it took this place, to the millisecond or finer
 * @param isErased whether its data was taken out, so that it is read, but not pushed
 */
public record StoredEvent(Event event, Cursor cursor, Instant registered, boolean isErased) {
    /** An event as it was published. */
    public StoredEvent(Event event, Cursor cursor, Instant registered) {
        this(event, cursor, registered, false);
    }
}
