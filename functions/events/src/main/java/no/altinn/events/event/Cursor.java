package no.altinn.events.event;

/**
 * A place in the registration order of a stream of events; what it holds is known to the store
 * alone.
 *
 * @param position empty before the first event; else at most 100 characters of a-z, A-Z, 0-9, - and
 *     _
 */
public record Cursor(String position) {
    /** Before the first event. */
    public static final Cursor START = new Cursor("");
}
