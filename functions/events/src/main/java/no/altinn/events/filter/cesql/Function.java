package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;
import no.altinn.events.event.AttributeValue.Text;
import no.altinn.events.event.AttributeValue.Whole;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The built-in functions (§3.5), under their own names, and the three of the casts (§3.7). */
// Values and bodies hold no state that changes.
@SuppressWarnings("ImmutableEnumChecker")
enum Function {
    INT(1, 1, Node.ZERO, (in, values) -> new Whole(in.whole(values.get(0)))),
    BOOL(1, 1, Node.FALSE, (in, values) -> Node.of(in.truth(values.get(0)))),
    STRING(1, 1, Texts.EMPTY, (in, values) -> new Text(in.text(values.get(0)))),
    ABS(1, 1, Node.ZERO, Function::abs),
    LENGTH(1, 1, Node.ZERO, Texts::length),
    CONCAT(0, Integer.MAX_VALUE, Texts.EMPTY, Texts::concat),
    CONCAT_WS(1, Integer.MAX_VALUE, Texts.EMPTY, Texts::concatWithSeparator),
    LOWER(1, 1, Texts.EMPTY, Texts::lower),
    UPPER(1, 1, Texts.EMPTY, Texts::upper),
    TRIM(1, 1, Texts.EMPTY, Texts::trim),
    LEFT(2, 2, Texts.EMPTY, Substrings::left),
    RIGHT(2, 2, Texts.EMPTY, Substrings::right),
    SUBSTRING(2, 3, Texts.EMPTY, Substrings::substring);

    /** What a function does with arguments that have been evaluated without an error. */
    @FunctionalInterface
    interface Body {
        AttributeValue apply(Evaluation in, List<AttributeValue> values);
    }

    private final int fewest;
    private final int most;
    private final AttributeValue zero;
    private final Body body;

    Function(int fewest, int most, AttributeValue zero, Body body) {
        this.fewest = fewest;
        this.most = most;
        this.zero = zero;
        this.body = body;
    }

    /** The function with this name, in upper case, and so many parameters. */
    static Optional<Function> find(String name, int parameters) {
        return Arrays.stream(values())
                .filter(function -> function.name().equals(name))
                .filter(function -> function.fewest <= parameters && parameters <= function.most)
                .findFirst();
    }

    /** The zero value of its type. */
    AttributeValue zero() {
        return zero;
    }

    /** The value for arguments that have been evaluated without an error. */
    AttributeValue apply(Evaluation in, List<AttributeValue> values) {
        return body.apply(in, values);
    }

    /** The least integer has no counterpart: the greatest one and an error. */
    private static AttributeValue abs(Evaluation in, List<AttributeValue> values) {
        int number = in.whole(values.get(0));
        if (number == Integer.MIN_VALUE) {
            in.fail(CesqlError.MATH);
            return new Whole(Integer.MAX_VALUE);
        }
        return new Whole(Math.abs(number));
    }
}
