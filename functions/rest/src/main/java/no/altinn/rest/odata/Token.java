package no.altinn.rest.odata;

/**
 * A word of an expression.
 *
 * @param text as it stands; what is between the quotation marks of a text or time
 * @param end the position after it, from 0
 */
record Token(Kind kind, String text, int end) {
    enum Kind {
        NAME,
        TEXT,
        NUMBER,
        TIME,
        OPEN,
        CLOSE,
        COMMA,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** Whether it is this very name: OData's words are in lower case. */
    boolean isWord(String word) {
        return kind == Kind.NAME && text.equals(word);
    }
}
