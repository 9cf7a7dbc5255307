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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads events with a cursor that neither skips nor sticks. A page is filled with events that the
 * caller may read. It says where to go on even if every event was withheld. Thread-safe.
 */
public final class ReadEvents {
    /** After how long a page ends, so that it arrives before the caller gives up. */
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
     * @param after where to begin: an event's id, an opaque cursor, empty for the start, or {@code
     *     now} for an empty page that leads to the events that are registered from now on
     * @param size the most events of the page, 1 to 1 000
     * @throws no.altinn.events.event.InvalidCursor if {@code after} looks like an opaque cursor and
     *     is none
     */
    public EventPage read(
            AltinnToken caller, ReadPolicy policy, EventQuery query, String after, int size) {
        if (After.isNow(after)) {
            return EventPage.of(List.of(), After.opaque(events.now()));
        }
        Instant end = clock.instant().plus(MOST_TIME);
        Cursor start = After.resolve(events, query.stream(), after);
        ReadProgress progress = ReadProgress.from(start);
        do {
            Page page = events.read(query, progress.readTo(), size);
            progress = progress.with(page, permitted(caller, policy, page.events()), size);
        } while (!progress.isDone() && clock.instant().isBefore(end));
        return progress.examinedTo().equals(start)
                ? EventPage.nothingNew()
                : page(query.stream(), progress.readable(), progress.examinedTo());
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

    /** The last event's id if it names exactly the place to go on from; else an opaque cursor. */
    private String next(EventStream stream, List<StoredEvent> readable, Cursor cursor) {
        if (readable.isEmpty() || !last(readable).equals(cursor)) {
            return After.opaque(cursor);
        }
        String id = readable.get(readable.size() - 1).event().id();
        boolean isUnambiguous = After.canBe(id) && events.cursorOf(stream, id).equals(cursor);
        return isUnambiguous ? id : After.opaque(cursor);
    }
}
