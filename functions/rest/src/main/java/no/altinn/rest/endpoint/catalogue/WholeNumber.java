package no.altinn.rest.endpoint.catalogue;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Whole numbers in addresses. */
public final class WholeNumber {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,10}");

    private WholeNumber() {}

    /** The number that a text spells in digits; empty if it spells none of 31 bits. */
    public static OptionalInt of(String text) {
        if (DIGITS.matcher(text).matches() && Long.parseLong(text) <= Integer.MAX_VALUE) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        return OptionalInt.empty();
    }
}
