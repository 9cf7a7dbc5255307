package no.altinn.events.query;

import no.altinn.platform.json.Json;
import no.altinn.platform.seal.Seal;

/**
 * The sealed cursors of one caller.
 *
 * <p>Bound to a cursor, as the seal's associated data, are the caller and what is read. Another
 * caller that could use it would find out its subject: by guesses in the header, or by events of
 * its own that come back.
 *
 * @param caller the caller's identity; empty for a caller without one
 */
public record CallersCursors(Seal seal, String caller) {
    /** No other cursor begins so: stores' positions have no tilde. */
    private static final String MARK = "~~";

    /** Stands behind the subject, which has none: it comes from a header. */
    private static final char SEPARATOR = '\n';

    private static final int MAX_LENGTH = 8_000;

    /**
     * Reads an {@code after}, sealed or not.
     *
     * @param read what is read
     * @throws InvalidQuery if it is sealed, but not for this caller and read, or was changed
     */
    Place open(String read, String after) {
        if (!after.startsWith(MARK)) {
            return new Place(after, "");
        }
        if (after.length() > MAX_LENGTH) {
            throw foreign();
        }
        String opened =
                seal.open(after.substring(MARK.length()), binding(read))
                        .orElseThrow(CallersCursors::foreign);
        int end = opened.indexOf(SEPARATOR);
        return new Place(opened.substring(end + 1), opened.substring(0, end));
    }

    /** Writes the {@code after} of a place; it is sealed if the place has a subject. */
    String write(String read, Place place) {
        return place.subject().isEmpty()
                ? place.after()
                : MARK + seal.seal(place.subject() + SEPARATOR + place.after(), binding(read));
    }

    private String binding(String read) {
        return "[%s,%s]".formatted(Json.string(caller), Json.string(read));
    }

    private static InvalidQuery foreign() {
        return new InvalidQuery(
                "The cursor in the 'after' parameter was not made for this caller and resource, was"
                        + " changed, or is too old.");
    }
}
