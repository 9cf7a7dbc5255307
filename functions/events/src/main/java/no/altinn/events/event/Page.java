package no.altinn.events.event;

import java.util.List;

/**
 * A part of a stream, in registration order.
 *
 * @param events those that meet the conditions
 * @param examinedTo where to go on; equal to the cursor asked with when nothing was examined
 * @param atEnd whether everything that may be read now has been examined
 */
public record Page(List<StoredEvent> events, Cursor examinedTo, boolean atEnd) {
    public Page {
        events = List.copyOf(events);
    }
}
