package no.altinn.events.query;

import no.altinn.events.event.Event;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /** The same page with another {@code after}, made of its own, if it has one. */
    EventPage withAfter(UnaryOperator<String> other) {
        return new EventPage(events, after == null ? null : other.apply(after));
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
