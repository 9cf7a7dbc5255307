package no.altinn.events.query;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.Page;
import no.altinn.events.event.StoredEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** One stream in memory; cursors are the events' numbers, from 1. It bounds its work. */
final class FakeEventStore implements EventStore {
    private final List<Event> events = new ArrayList<>();
    private final Predicate<Event> meetsConditions;
    private final int mostExamined;
    private int reads;

    /** A store that examines so many events a read, among which conditions are checked. */
    FakeEventStore(Predicate<Event> meetsConditions, int mostExamined) {
        this.meetsConditions = meetsConditions;
        this.mostExamined = mostExamined;
    }

    /** How many reads there were. */
    int reads() {
        return reads;
    }

    @Override
    public void append(List<Event> more) {
        events.addAll(more);
    }

    @Override
    public Optional<Event> find(EventKey key) {
        return events.stream().filter(event -> event.key().equals(key)).findFirst();
    }

    @Override
    public boolean erase(EventKey key) {
        return find(key).isPresent();
    }

    @Override
    public Page read(EventQuery query, Cursor after, int limit) {
        reads++;
        int at = after.position().isEmpty() ? 0 : Integer.parseInt(after.position());
        int stop = Math.min(events.size(), at + mostExamined);
        List<StoredEvent> found = new ArrayList<>();
        while (at < stop && found.size() < limit) {
            Event event = events.get(at++);
            if (meetsConditions.test(event)) {
                found.add(new StoredEvent(event, cursor(at), Instant.EPOCH));
            }
        }
        return new Page(found, at == 0 ? Cursor.START : cursor(at), at == events.size());
    }

    @Override
    public Cursor cursorOf(EventStream stream, String eventId) {
        return IntStream.range(0, events.size())
                .filter(i -> events.get(i).id().equals(eventId))
                .mapToObj(i -> cursor(i + 1))
                .findFirst()
                .orElse(Cursor.START);
    }

    @Override
    public Cursor now() {
        return cursor(events.size());
    }

    @Override
    public Cursor at(Instant instant) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<EventKey> withId(String resource, String eventId, int limit) {
        throw new UnsupportedOperationException();
    }

    private static Cursor cursor(int number) {
        return new Cursor(Integer.toString(number));
    }
}
