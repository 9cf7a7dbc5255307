package no.altinn.local.store;

import no.altinn.events.event.EventReader;
import no.altinn.events.event.InvalidCursor;
import no.altinn.events.event.Page;
import no.altinn.events.event.StoredEvent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One bounded walk along a stream.
 *
 * @param limit the most events to return
 * @param window the most events to examine, {@code limit} and up
 */
record EventScan(SqliteEventQuery search, EventPosition after, int limit, int window) {
    // Events may be 1 MiB each, and a page must fit into memory with any limit.
    private static final int MOST_CHARACTERS = 8 << 20;

    /**
     * The range of the stream that is examined.
     *
     * @param last the number of its last event, or one before the next event's
     * @param isLast whether nothing comes after it
     */
    private record ExaminedRange(int size, long last, boolean isLast) {}

    /**
     * Walks.
     *
     * @throws InvalidCursor if the start lies behind every event that there ever was: the cursor
     *     comes from another database, and a reader that continued there would skip events
     */
    Page page(Session session) throws SQLException {
        ExaminedRange range = examinedRange(session);
        if (range.size == 0) {
            requireGivenOut(session);
            return new Page(List.of(), after.cursor(), true);
        }
        List<StoredEvent> events = new ArrayList<>();
        long[] characters = new long[1];
        session.each(
                "SELECT seq, registered, json, erased FROM "
                        + search.stream()
                        + " AND seq > ? AND seq <= ?"
                        + search.conditions()
                        + " ORDER BY seq",
                row -> {
                    StoredEvent stored = stored(row);
                    events.add(stored);
                    characters[0] += stored.event().json().length();
                    return events.size() < limit && characters[0] < MOST_CHARACTERS;
                },
                search.values(after.seq(), range.last));
        boolean cut = events.size() == limit || characters[0] >= MOST_CHARACTERS;
        if (!cut) {
            return new Page(events, new EventPosition(range.last).cursor(), range.isLast);
        }
        StoredEvent last = events.get(events.size() - 1);
        boolean atEnd =
                range.isLast && last.cursor().equals(new EventPosition(range.last).cursor());
        return new Page(events, last.cursor(), atEnd);
    }

    /** Found by the index alone; one event more than is examined tells whether any is left. */
    private ExaminedRange examinedRange(Session session) throws SQLException {
        int most = search.wantsAll() ? limit : window;
        return session.first(
                        "SELECT count(*), max(seq) FROM (SELECT seq FROM "
                                + search.stream()
                                + " AND seq > ? ORDER BY seq LIMIT ?)",
                        row -> {
                            int size = row.getInt(1);
                            return size <= most
                                    ? new ExaminedRange(size, row.getLong(2), true)
                                    : new ExaminedRange(most, row.getLong(2) - 1, false);
                        },
                        search.streamValue(),
                        after.seq(),
                        most + 1)
                .orElseThrow();
    }

    private void requireGivenOut(Session session) throws SQLException {
        if (after.seq() > EventPosition.latest(session).seq()) {
            throw new InvalidCursor();
        }
    }

    private static StoredEvent stored(ResultSet row) throws SQLException {
        return new StoredEvent(
                EventReader.stored(row.getString("json")),
                new EventPosition(row.getLong("seq")).cursor(),
                Nanos.toInstant(row.getLong("registered")),
                row.getInt("erased") != 0);
    }
}
