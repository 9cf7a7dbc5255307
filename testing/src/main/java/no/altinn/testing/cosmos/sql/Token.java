package no.altinn.testing.cosmos.sql;

/**
 * A word of a query.
 *
 * @param text without quotes; keywords in upper case
 */
record Token(Kind kind, String text) {
    enum Kind {
        KEYWORD,
        NAME,
        PARAMETER,
        STRING,
        NUMBER,
        SYMBOL,
        END
    }

    boolean is(Kind wanted, String value) {
        return kind == wanted && text.equals(value);
    }
}
