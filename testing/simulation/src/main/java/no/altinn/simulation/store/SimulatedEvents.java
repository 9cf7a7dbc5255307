package no.altinn.simulation.store;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.NotStored;
import no.altinn.events.event.Page;
import no.altinn.events.event.StoredEvent;
import no.altinn.platform.client.Unavailable;
import no.altinn.simulation.fault.Faults;
import no.altinn.simulation.fault.Guard;
import no.altinn.simulation.time.World;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The store of events as one process sees it, with its own clock. Not thread-safe. */
public final class SimulatedEvents implements EventStore {
    /** How old a stamp must be for its event to be readable. */
    public static final Duration LAG = Duration.ofSeconds(4);

    private final StoredEvents events;
    private final Guard guard;
    private final Clock clock;
    private final Duration lag;
    private final EventWriting writing;

    /**
     * The store of a process.
     *
     * @param process the process's name, which tells its stamps from those of other processes
     * @param lag how old a stamp must be for its event to be readable: {@link #LAG}, unless a
     *     planted bug has less
     * @param keepsPlaces whether an event that was committed late keeps its place, as a planted bug
     *     has it
     */
    public SimulatedEvents(
            StoredEvents events,
            String process,
            Guard guard,
            Faults faults,
            World world,
            Clock clock,
            Duration lag,
            boolean keepsPlaces) {
        this.events = events;
        this.guard = guard;
        this.clock = clock;
        this.lag = lag;
        this.writing =
                new EventWriting(
                        events, new Stamps(process, clock), guard, faults, world, keepsPlaces);
    }

    @Override
    public void append(List<Event> more) {
        Map<EventKey, Event> distinct = new LinkedHashMap<>();
        for (Event event : more) {
            if (distinct.putIfAbsent(event.key(), event) != null) {
                NotStored.tell(event);
            }
        }
        distinct.values().forEach(writing::append);
    }

    @Override
    public Optional<Event> find(EventKey key) {
        return reading(
                "find",
                () -> events.find(key).filter(one -> !one.isErased()).map(EventRecord::event));
    }

    @Override
    public boolean erase(EventKey key) {
        return reading("erase", () -> writing.erase(key));
    }

    private <R> R reading(String what, Supplier<R> call) {
        return guard.call("EventStore." + what, false, Unavailable::new, call);
    }

    @Override
    public Page read(EventQuery query, Cursor after, int limit) {
        String start = Stamps.of(after);
        String horizon = horizon();
        List<StoredEvent> found = reading("read", () -> between(query, start, horizon, limit));
        if (found.size() == limit) {
            return new Page(found, found.get(limit - 1).cursor(), false);
        }
        boolean skipped = !query.conditions().isEmpty() && start.compareTo(horizon) < 0;
        Cursor last = found.isEmpty() ? after : found.get(found.size() - 1).cursor();
        return new Page(found, skipped ? new Cursor(horizon) : last, true);
    }

    private String horizon() {
        return Stamps.lowest(clock.instant().minus(lag));
    }

    private List<StoredEvent> between(EventQuery query, String start, String end, int limit) {
        List<StoredEvent> found = new ArrayList<>();
        if (start.compareTo(end) >= 0) {
            return found;
        }
        for (EventRecord one : events.byStamp().subMap(start, end).values()) {
            if (!one.stamp().equals(start) && EventMatch.of(one.event(), query)) {
                found.add(
                        new StoredEvent(
                                one.event(),
                                new Cursor(one.stamp()),
                                Stamps.stamped(one.stamp()),
                                one.isErased()));
            }
            if (found.size() == limit) {
                break;
            }
        }
        return found;
    }

    @Override
    public Cursor cursorOf(EventStream stream, String eventId) {
        EventQuery query = new EventQuery(stream, List.of());
        return reading(
                "cursorOf",
                () ->
                        events.byStamp().values().stream()
                                .filter(one -> one.event().id().equals(eventId))
                                .filter(one -> EventMatch.of(one.event(), query))
                                .map(EventRecord::firstStamp)
                                .sorted()
                                .findFirst()
                                .map(Cursor::new)
                                .orElse(Cursor.START));
    }

    @Override
    public Cursor now() {
        return new Cursor(horizon());
    }

    @Override
    public Cursor at(Instant instant) {
        return new Cursor(Stamps.lowest(instant));
    }

    @Override
    public List<EventKey> withId(String resource, String eventId, int limit) {
        return reading(
                "withId",
                () ->
                        events.byStamp().values().stream()
                                .map(EventRecord::event)
                                .filter(event -> event.resource().equals(resource))
                                .filter(event -> event.id().equals(eventId))
                                .map(Event::key)
                                .limit(limit)
                                .toList());
    }
}
