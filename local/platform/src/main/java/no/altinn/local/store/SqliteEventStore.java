package no.altinn.local.store;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventReader;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.NotStored;
import no.altinn.events.event.Page;
import no.altinn.events.event.ResourceUrn;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Events in SQLite. One thread commits all writes, so an event with a higher number never becomes
 * readable before one with a lower number, and every event is readable at once. Thread-safe.
 */
public final class SqliteEventStore implements EventStore {
    /** How many events one read examines, unless said otherwise. */
    public static final int EXAMINED_AT_MOST = 5_000;

    private static final String INSERT =
            """
            INSERT INTO events (document, resource, event_id, app, subject, alternative_subject,
                type, time, source, registered, json)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (document, resource) DO NOTHING""";

    private static final EventStream.Visitor<String> IN_STREAM =
            new EventStream.Visitor<>() {
                @Override
                public String ofResource(EventStream.OfResource stream) {
                    return "resource = ?";
                }

                @Override
                public String ofAppsAbout(EventStream.OfAppsAbout stream) {
                    return "app = 1 AND subject = ?";
                }
            };

    private final SqliteDatabase database;
    private final Clock clock;
    private final ArrivalSignal arrivals;
    private final int examinedAtMost;

    /**
     * A store in a database.
     *
     * @param arrivals signalled after each append
     * @param examinedAtMost how many events one read examines when there are conditions, 1 and up
     */
    public SqliteEventStore(
            SqliteDatabase database, Clock clock, ArrivalSignal arrivals, int examinedAtMost) {
        this.database = database;
        this.clock = clock;
        this.arrivals = arrivals;
        this.examinedAtMost = examinedAtMost;
    }

    @Override
    public void append(List<Event> events) {
        long now = Nanos.of(clock.instant());
        List<Event> repeated =
                database.write(
                        session -> {
                            List<Event> present = new ArrayList<>();
                            for (Event event : events) {
                                if (insert(session, event, now) == 0) {
                                    present.add(event);
                                }
                            }
                            return present;
                        });
        repeated.forEach(NotStored::tell);
        if (repeated.size() < events.size()) {
            arrivals.announce();
        }
    }

    private static int insert(Session session, Event event, long now) throws SQLException {
        return session.update(
                INSERT,
                event.key().document(),
                event.resource(),
                event.id(),
                ResourceUrn.isApp(event.resource()) ? 1 : 0,
                event.subject(),
                event.alternativeSubject(),
                event.type(),
                event.time().map(Nanos::of),
                SqliteEventQuery.withoutCase(event.source().toString()),
                now,
                event.json());
    }

    @Override
    public Optional<Event> find(EventKey key) {
        return database.read(
                        session ->
                                session.first(
                                        "SELECT json FROM events WHERE document = ? AND resource ="
                                                + " ? AND erased = 0",
                                        row -> row.getString(1),
                                        key.document(),
                                        key.resource()))
                .map(EventReader::stored);
    }

    @Override
    public boolean erase(EventKey key) {
        return database.write(
                session -> {
                    Optional<Event> stored =
                            session.first(
                                            "SELECT json FROM events WHERE document = ? AND"
                                                    + " resource = ?",
                                            row -> row.getString(1),
                                            key.document(),
                                            key.resource())
                                    .map(EventReader::stored);
                    if (stored.isPresent()) {
                        session.update(
                                "UPDATE events SET json = ?, erased = 1 WHERE document = ? AND"
                                        + " resource = ? AND erased = 0",
                                EventReader.withoutData(stored.get()).json(),
                                key.document(),
                                key.resource());
                    }
                    return stored.isPresent();
                });
    }

    @Override
    public Page read(EventQuery query, Cursor after, int limit) {
        SqliteEventQuery search = SqliteEventQuery.of(query);
        EventScan scan =
                new EventScan(
                        search, EventPosition.of(after), limit, Math.max(limit, examinedAtMost));
        return database.read(scan::page);
    }

    @Override
    public Cursor cursorOf(EventStream stream, String eventId) {
        String inStream = stream.accept(IN_STREAM);
        return database.read(
                        session ->
                                session.first(
                                        "SELECT seq FROM events INDEXED BY events_event_id WHERE"
                                                + " event_id = ? AND "
                                                + inStream
                                                + " ORDER BY seq LIMIT 1",
                                        row -> new EventPosition(row.getLong(1)),
                                        eventId,
                                        SqliteEventQuery.value(stream)))
                .map(EventPosition::cursor)
                .orElse(Cursor.START);
    }

    @Override
    public Cursor now() {
        return database.read(EventPosition::latest).cursor();
    }

    @Override
    public Cursor at(Instant instant) {
        return database.read(session -> EventPosition.at(session, Nanos.of(instant))).cursor();
    }

    @Override
    public List<EventKey> withId(String resource, String eventId, int limit) {
        return database.read(
                session ->
                        session.list(
                                "SELECT document FROM events INDEXED BY events_event_id"
                                        + " WHERE event_id = ? AND resource = ? ORDER BY seq LIMIT ?",
                                row -> new EventKey(resource, row.getString(1)),
                                eventId,
                                resource,
                                limit));
    }
}
