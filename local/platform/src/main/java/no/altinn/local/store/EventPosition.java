package no.altinn.local.store;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.InvalidCursor;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** A cursor as the number of the last event before it; 0 before the first one. */
record EventPosition(long seq) {
    // No leading zero: a place has one name. 18 digits always fit.
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    /**
     * The position that a cursor holds.
     *
     * @throws InvalidCursor if it holds none
     */
    static EventPosition of(Cursor cursor) {
        if (cursor.equals(Cursor.START)) {
            return new EventPosition(0);
        }
        if (!NUMBER.matcher(cursor.position()).matches()) {
            throw new InvalidCursor();
        }
        return new EventPosition(Long.parseLong(cursor.position()));
    }

    /** The position of the last event that there ever was, in any stream. */
    static EventPosition latest(Session session) throws SQLException {
        return new EventPosition(
                session.first(
                                "SELECT seq FROM sqlite_sequence WHERE name = 'events'",
                                row -> row.getLong(1))
                        .orElse(0L));
    }

    /**
     * The position before the first event, of any stream, that was registered at a time or later: a
     * binary search, as times of registration have no index and grow with the numbers.
     */
    static EventPosition at(Session session, long nanos) throws SQLException {
        long before = 0;
        long behind = latest(session).seq() + 1;
        while (before + 1 < behind) {
            long middle = (before + behind) >>> 1;
            long earlier =
                    session.first(
                                    "SELECT CASE WHEN registered < ? THEN seq ELSE 0 END FROM events"
                                            + " WHERE seq >= ? ORDER BY seq LIMIT 1",
                                    row -> row.getLong(1),
                                    nanos,
                                    middle)
                            .orElse(0L);
            if (earlier == 0) {
                behind = middle;
            } else {
                before = earlier;
            }
        }
        return new EventPosition(before);
    }

    Cursor cursor() {
        return seq == 0 ? Cursor.START : new Cursor(Long.toString(seq));
    }
}
