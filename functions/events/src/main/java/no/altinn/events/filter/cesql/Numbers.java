package no.altinn.events.filter.cesql;

import java.util.OptionalInt;

/** Integers of 32 bits, and what does not fit them. */
final class Numbers {
    /** A sign and digits; zeros may stand before a number, but not without end. */
    private static final int LONGEST = 20;

    private Numbers() {}

    /** The integer of a text: ASCII digits, with a sign or without (§3.7). */
    static OptionalInt parse(String text) {
        if (!isNumber(text)) {
            return OptionalInt.empty();
        }
        long number = Long.parseLong(text);
        return number == (int) number ? OptionalInt.of((int) number) : OptionalInt.empty();
    }

    private static boolean isNumber(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int digits = text.length() - start;
        return digits > 0
                && text.length() < LONGEST
                && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
    }

    /**
     * The integer, if 32 bits hold it; otherwise 0 and an error. The specification states a range
     * and no result beyond it, so that this is a fault like a division by zero.
     */
    static int within(Evaluation in, long number) {
        if (number != (int) number) {
            in.fail(CesqlError.MATH);
            return 0;
        }
        return (int) number;
    }
}
