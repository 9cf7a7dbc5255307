package no.altinn.events.query;

/**
 * Where a reader goes on.
 *
 * @param after an event's id, an opaque cursor, {@code now}, or empty for the start
 * @param subject the subject that a header named, which the reader goes on with; empty for none
 */
record Place(String after, String subject) {
    /**
     * The subject that a request is about.
     *
     * @param named the subject that the request itself names; empty for none
     * @param where what names it, to begin a sentence with
     * @return the named one, or else the one that the reader began with; empty for none
     * @throws InvalidQuery if both are there and differ
     */
    String subjectBesides(String named, String where) {
        if (named.isEmpty() || subject.isEmpty() || named.equals(subject)) {
            return named.isEmpty() ? subject : named;
        }
        throw new InvalidQuery(
                where
                        + " differs from the one that the cursor in the 'after' parameter was made with.");
    }
}
