package no.altinn.events.query;

/**
 * Tells the reader of one request where to go on.
 *
 * @param read what is read
 * @param subject the subject that a header named, now or when the reader began; empty for none
 */
public record Continuation(CallersCursors cursors, String read, String subject) {
    /** The page as the reader gets it: with an {@code after} that keeps the header's subject. */
    public EventPage of(EventPage page) {
        return page.withAfter(after -> cursors.write(read, new Place(after, subject)));
    }
}
