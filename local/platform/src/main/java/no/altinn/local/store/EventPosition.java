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

    Cursor cursor() {
        return seq == 0 ? Cursor.START : new Cursor(Long.toString(seq));
    }
}
