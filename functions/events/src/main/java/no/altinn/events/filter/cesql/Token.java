package no.altinn.events.filter.cesql;

/**
 * A piece of an expression's text.
 *
 * @param text as written; of a string what it stands for
 * @param start its place in the expression, 0 and up
 */
record Token(Kind kind, String text, int start) {
    enum Kind {
        WORD,
        STRING,
        SYMBOL,
        END
    }

    /** Whether it is this symbol, or this word in any case. */
    boolean is(String wanted) {
        return (kind == Kind.SYMBOL && text.equals(wanted))
                || (kind == Kind.WORD && Words.is(wanted, text));
    }

    /** Whether it has nothing but digits. */
    boolean isDigits() {
        return kind == Kind.WORD && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** How a message names it. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case STRING -> "a text at character %d".formatted(start + 1);
            default -> "'%s' at character %d".formatted(text, start + 1);
        };
    }
}
