package no.altinn.events.filter;

import com.fasterxml.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;

/** Counts what the filters of one subscription hold, and refuses too much. Not thread-safe. */
final class FilterBounds {
    /** The most bytes of the canonical text in UTF-8. */
    static final int MOST_BYTES = 10_240;

    /** How deep filters may stand in one another; those of the list stand at 1. */
    static final int MOST_DEPTH = 5;

    /** The most conditions: an attribute's text is one, so is an expression. */
    static final int MOST_LEAVES = 50;

    /** The most expressions. */
    static final int MOST_EXPRESSIONS = 5;

    /** The most characters (Unicode code points) of an attribute's text. */
    static final int MOST_CHARACTERS = 1_024;

    private static final String TOO_LARGE = "The filters are too large.";

    private int leaves;
    private int expressions;

    /**
     * The canonical text.
     *
     * @throws InvalidFilter if it is too long
     */
    String text(JsonNode array) {
        String text = array.toString();
        if (text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw tooLarge("They may have %d bytes.".formatted(MOST_BYTES));
        }
        return text;
    }

    void requireDepth(int depth) {
        if (depth > MOST_DEPTH) {
            throw tooLarge("They may stand %d deep in one another.".formatted(MOST_DEPTH));
        }
    }

    void countLeaf() {
        if (++leaves > MOST_LEAVES) {
            throw tooLarge("They may have %d conditions.".formatted(MOST_LEAVES));
        }
    }

    void countExpression() {
        countLeaf();
        if (++expressions > MOST_EXPRESSIONS) {
            throw tooLarge("They may have %d CESQL expressions.".formatted(MOST_EXPRESSIONS));
        }
    }

    void requireLength(String text) {
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS) {
            throw tooLarge("A text may have %d characters.".formatted(MOST_CHARACTERS));
        }
    }

    private static InvalidFilter tooLarge(String bound) {
        return new InvalidFilter(TOO_LARGE, TOO_LARGE + " " + bound);
    }
}
