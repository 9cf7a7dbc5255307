package no.altinn.events.query;

import no.altinn.events.event.AttributeText;
import no.altinn.events.event.Cursor;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.InvalidCursor;

/** The parameter {@code after}: an event's id, an opaque cursor, or {@code now}. */
final class After {
    private static final String MARK = "~";
    private static final String NOW = "now";
    private static final int MAX_LENGTH = 100;

    /** A longer id is told as a cursor, so that the next request's line does not grow too long. */
    private static final int LONGEST_ID = 500;

    private After() {}

    static boolean isOpaque(String after) {
        return after.startsWith(MARK);
    }

    /** Whether the reader wants none of the events that are there. */
    static boolean isNow(String after) {
        return after.equals(NOW);
    }

    /** Whether an event's id may stand in the address of the next page, and be read from it. */
    static boolean canBe(String eventId) {
        return !isOpaque(eventId)
                && !isNow(eventId)
                && AttributeText.fits(eventId, LONGEST_ID)
                && AttributeText.isAllowed(eventId);
    }

    static String opaque(Cursor cursor) {
        return MARK + cursor.position();
    }

    static Cursor resolve(EventStore events, EventStream stream, String after) {
        if (after.isEmpty()) {
            return Cursor.START;
        }
        if (!isOpaque(after)) {
            return events.cursorOf(stream, after);
        }
        String position = after.substring(MARK.length());
        if (position.length() > MAX_LENGTH || !position.matches("[A-Za-z0-9_-]*")) {
            throw new InvalidCursor();
        }
        return new Cursor(position);
    }
}
