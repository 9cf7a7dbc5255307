package no.altinn.events.event;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Events in memory, in the order of their registration; only filters on type and subject count.
 * Thread-safe.
 */
public final class FakeEvents implements EventStore {
    private final List<StoredEvent> events = new CopyOnWriteArrayList<>();
    private final Set<EventKey> erased = ConcurrentHashMap.newKeySet();
    private final Clock clock;

    public FakeEvents(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void append(List<Event> more) {
        more.forEach(
                event ->
                        events.add(
                                new StoredEvent(
                                        event, cursor(events.size() + 1), clock.instant())));
    }

    @Override
    public Optional<Event> find(EventKey key) {
        return events.stream()
                .map(StoredEvent::event)
                .filter(event -> event.key().equals(key) && !erased.contains(key))
                .findFirst();
    }

    @Override
    public boolean erase(EventKey key) {
        return erased.add(key);
    }

    @Override
    public Page read(EventQuery query, Cursor after, int limit) {
        int at = after.position().isEmpty() ? 0 : Integer.parseInt(after.position());
        List<StoredEvent> found = new ArrayList<>();
        while (at < events.size() && found.size() < limit) {
            StoredEvent stored = events.get(at++);
            if (query.conditions().stream().allMatch(one -> meets(stored.event(), one))) {
                found.add(
                        new StoredEvent(
                                stored.event(),
                                stored.cursor(),
                                stored.registered(),
                                erased.contains(stored.event().key())));
            }
        }
        return new Page(found, cursor(at), at == events.size());
    }

    private static boolean meets(Event event, Condition condition) {
        if (condition instanceof Condition.TypeIn in) {
            return in.types().contains(event.type());
        }
        return condition instanceof Condition.SubjectIs is
                && event.subject().equals(Optional.of(is.subject()));
    }

    @Override
    public Cursor cursorOf(EventStream stream, String eventId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Cursor now() {
        return cursor(events.size());
    }

    @Override
    public Cursor at(Instant instant) {
        return cursor(
                (int) events.stream().filter(one -> one.registered().isBefore(instant)).count());
    }

    @Override
    public List<EventKey> withId(String resource, String eventId, int limit) {
        return events.stream()
                .map(StoredEvent::event)
                .filter(event -> event.id().equals(eventId))
                .map(Event::key)
                .limit(limit)
                .toList();
    }

    private static Cursor cursor(int number) {
        return number == 0 ? Cursor.START : new Cursor(Integer.toString(number));
    }
}
