package no.altinn.events.query;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.Page;
import no.altinn.events.event.StoredEvent;
import no.altinn.platform.auth.AltinnToken;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads events with a cursor that neither skips nor sticks: pages are filled with what the caller
 * may read, and the way on is told even when all of it was withheld. Thread-safe.
 */
public final class ReadEvents {
    /** How many pages' worth of events are examined to fill one. */
    private static final int PAGES_EXAMINED = 10;

    /** After how much text a page ends, full or not: events may have a megabyte each. */
    private static final long MOST_CHARACTERS = 8L << 20;

    /** After how long a page ends, so that its caller is told of it while it still listens. */
    private static final Duration MOST_TIME = Duration.ofSeconds(10);

    private final EventStore events;
    private final Clock clock;

    public ReadEvents(EventStore events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param after where to begin: an event's id, an opaque cursor, or empty for the start
     * @param size the most events of the page, 1 to 1 000
     * @throws no.altinn.events.event.InvalidCursor if {@code after} looks like an opaque cursor and
     *     is none
     */
    public EventPage read(
            AltinnToken caller, ReadPolicy policy, EventQuery query, String after, int size) {
        Instant end = clock.instant().plus(MOST_TIME);
        Cursor start = After.resolve(events, query.stream(), after);
        Cursor readTo = start;
        Cursor examinedTo = start;
        List<StoredEvent> readable = new ArrayList<>();
        int examined = 0;
        long characters = 0;
        boolean more = true;
        while (more
                && readable.size() < size
                && characters < MOST_CHARACTERS
                && examined < size * PAGES_EXAMINED) {
            Page page = events.read(query, readTo, size);
            List<StoredEvent> permitted = permitted(caller, policy, page.events());
            int room = size - readable.size();
            if (permitted.size() > room) {
                readable.addAll(permitted.subList(0, room));
                return page(query.stream(), readable, last(readable));
            }
            readable.addAll(permitted);
            examined += page.events().size();
            characters += characters(page.events());
            readTo = page.examinedTo();
            // Events that do not meet the conditions count only where the store has to stop among
            // them; else the way on is told by the last one that does.
            examinedTo =
                    page.events().isEmpty()
                            ? page.atEnd() ? examinedTo : page.examinedTo()
                            : last(page.events());
            more = !page.atEnd() && !page.events().isEmpty() && clock.instant().isBefore(end);
        }
        return examinedTo.equals(start)
                ? EventPage.nothingNew()
                : page(query.stream(), readable, examinedTo);
    }

    private static long characters(List<StoredEvent> events) {
        return events.stream().mapToLong(stored -> stored.event().json().length()).sum();
    }

    private EventPage page(EventStream stream, List<StoredEvent> readable, Cursor examinedTo) {
        return EventPage.of(
                readable.stream().map(StoredEvent::event).toList(),
                next(stream, readable, examinedTo));
    }

    private static List<StoredEvent> permitted(
            AltinnToken caller, ReadPolicy policy, List<StoredEvent> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        Set<EventKey> keys = new HashSet<>();
        policy.readable(caller, page.stream().map(StoredEvent::event).toList())
                .forEach(event -> keys.add(event.key()));
        return page.stream().filter(stored -> keys.contains(stored.event().key())).toList();
    }

    private static Cursor last(List<StoredEvent> readable) {
        return readable.get(readable.size() - 1).cursor();
    }

    /** The last event's id, if it tells no more and no less than the place to go on from. */
    private String next(EventStream stream, List<StoredEvent> readable, Cursor cursor) {
        if (readable.isEmpty() || !last(readable).equals(cursor)) {
            return After.opaque(cursor);
        }
        String id = readable.get(readable.size() - 1).event().id();
        boolean isUnambiguous = !After.isOpaque(id) && events.cursorOf(stream, id).equals(cursor);
        return isUnambiguous ? id : After.opaque(cursor);
    }
}
