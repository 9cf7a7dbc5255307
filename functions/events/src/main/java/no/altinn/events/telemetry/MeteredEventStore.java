package no.altinn.events.telemetry;

import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.Page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts the events that are acknowledged: {@code events.published}. Thread-safe. */
public final class MeteredEventStore implements EventStore {
    private final EventStore events;
    private final LongCounter published;

    public MeteredEventStore(EventStore events, Meter meter) {
        this.events = events;
        this.published = meter.counterBuilder("events.published").build();
    }

    @Override
    public void append(List<Event> appended) {
        events.append(appended);
        published.add(appended.size());
    }

    @Override
    public Optional<Event> find(EventKey key) {
        return events.find(key);
    }

    @Override
    public boolean erase(EventKey key) {
        return events.erase(key);
    }

    @Override
    public Page read(EventQuery query, Cursor after, int limit) {
        return events.read(query, after, limit);
    }

    @Override
    public Cursor cursorOf(EventStream stream, String eventId) {
        return events.cursorOf(stream, eventId);
    }

    @Override
    public Cursor now() {
        return events.now();
    }

    @Override
    public Cursor at(Instant instant) {
        return events.at(instant);
    }

    @Override
    public List<EventKey> withId(String resource, String eventId, int limit) {
        return events.withId(resource, eventId, limit);
    }
}
