package no.altinn.events.webhook;

import java.util.Optional;

/**
 * What a failing answer says, so that its subscriber can look it up. Only text is kept, and no
 * character that could harm a reader. Immutable.
 *
 * @param contentType the header {@code Content-Type}, at most 200 bytes in UTF-8; empty without one
 * @param text at most {@value #LONGEST} bytes in UTF-8; empty when the body is no text
 * @param truncated whether the body went on
 */
public record Excerpt(String contentType, String text, boolean truncated) {
    /** How many bytes of UTF-8 the text has at most. */
    public static final int LONGEST = 1_024;

    /**
     * How many bytes of a body are looked at. A character takes four at most, and some encodings
     * switch between alphabets in between.
     */
    public static final int LOOKED_AT = 8 * LONGEST;

    private static final int LONGEST_TYPE = 200;

    /**
     * The excerpt of an answer.
     *
     * @param contentType the header {@code Content-Type}, whatever it says; empty without one
     * @param contentEncoding the header {@code Content-Encoding} in the same way
     * @param body its beginning, {@link #LOOKED_AT} bytes or all
     * @param isAll whether that is all of it
     * @return empty when there is neither a body nor a type of one
     */
    public static Optional<Excerpt> of(
            String contentType, String contentEncoding, byte[] body, boolean isAll) {
        if (contentType.isEmpty() && body.length == 0) {
            return Optional.empty();
        }
        String type = ExcerptText.of(contentType, LONGEST_TYPE).text();
        if (!isPlain(contentEncoding) || !TextType.isText(contentType)) {
            return Optional.of(new Excerpt(type, "", false));
        }
        ExcerptText text = ExcerptText.of(body, isAll, TextType.charset(contentType), LONGEST);
        return Optional.of(new Excerpt(type, text.text(), text.isCut() || !isAll));
    }

    private static boolean isPlain(String contentEncoding) {
        return contentEncoding.isEmpty() || contentEncoding.equalsIgnoreCase("identity");
    }
}
