package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;
import no.altinn.events.event.AttributeValue.Text;
import no.altinn.events.event.AttributeValue.Whole;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/** Functions of whole texts (§3.5.1). A character is a Unicode code point (§3.1). */
final class Texts {
    static final AttributeValue EMPTY = new Text("");

    private static final int UNITS_A_CASED_CHARACTER = 12;

    private Texts() {}

    static AttributeValue length(Evaluation in, List<AttributeValue> values) {
        String text = in.text(values.get(0));
        return in.spend(text.length())
                ? new Whole(text.codePointCount(0, text.length()))
                : Node.ZERO;
    }

    static AttributeValue concat(Evaluation in, List<AttributeValue> values) {
        return join(in, "", values);
    }

    static AttributeValue concatWithSeparator(Evaluation in, List<AttributeValue> values) {
        return join(in, in.text(values.get(0)), values.subList(1, values.size()));
    }

    private static AttributeValue join(
            Evaluation in, String separator, List<AttributeValue> values) {
        List<String> texts = values.stream().map(in::text).toList();
        long length =
                texts.stream().mapToLong(String::length).sum()
                        + (long) separator.length() * texts.size();
        return in.spend(length)
                ? new Text(texts.stream().collect(Collectors.joining(separator)))
                : EMPTY;
    }

    static AttributeValue lower(Evaluation in, List<AttributeValue> values) {
        return each(in, in.text(values.get(0)), Character::toLowerCase);
    }

    static AttributeValue upper(Evaluation in, List<AttributeValue> values) {
        return each(in, in.text(values.get(0)), Character::toUpperCase);
    }

    /**
     * Maps characters one by one. {@link String#toLowerCase} looks at the words around each capital
     * sigma, and needs seconds for a text of nothing else.
     */
    private static AttributeValue each(Evaluation in, String text, IntUnaryOperator mapping) {
        if (!in.spend((long) UNITS_A_CASED_CHARACTER * text.length())) {
            return EMPTY;
        }
        StringBuilder mapped = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            mapped.appendCodePoint(mapping.applyAsInt(character));
            i += Character.charCount(character);
        }
        return new Text(mapped.toString());
    }

    static AttributeValue trim(Evaluation in, List<AttributeValue> values) {
        String text = in.text(values.get(0));
        if (!in.spend(text.length())) {
            return EMPTY;
        }
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return new Text(text.substring(start, end));
    }

    /** Unicode's property White_Space; none of its characters needs two code units. */
    private static boolean isSpace(char c) {
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\u0085';
    }
}
