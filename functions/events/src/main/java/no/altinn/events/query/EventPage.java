package no.altinn.events.query;

import no.altinn.events.event.Event;

import java.util.List;
import java.util.Optional;

/** What a reader gets. Immutable. */
public final class EventPage {
    private final List<Event> events;
    // Null when there was nothing to examine.
    private final String after;

    private EventPage(List<Event> events, String after) {
        this.events = List.copyOf(events);
        this.after = after;
    }

    static EventPage nothingNew() {
        return new EventPage(List.of(), null);
    }

    static EventPage of(List<Event> events, String after) {
        return new EventPage(events, after);
    }

    /** The events that the caller may read, in registration order. */
    public List<Event> events() {
        return events;
    }

    /** The {@code after} to go on with; empty when there was nothing new. */
    public Optional<String> after() {
        return Optional.ofNullable(after);
    }
}
