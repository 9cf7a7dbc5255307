package no.altinn.events.filter.cesql;

import no.altinn.events.event.AttributeValue;
import no.altinn.events.event.AttributeValue.Text;

import java.util.List;

/** Functions of parts of texts (§3.5.1). A character is a Unicode code point (§3.1). */
final class Substrings {
    private Substrings() {}

    static AttributeValue left(Evaluation in, List<AttributeValue> values) {
        String text = in.text(values.get(0));
        int count = in.whole(values.get(1));
        if (in.hasFailed() || !in.spend(text.length())) {
            return Texts.EMPTY;
        }
        return count < 0 ? whole(in, text) : part(text, 0, Math.min(count, length(text)));
    }

    static AttributeValue right(Evaluation in, List<AttributeValue> values) {
        String text = in.text(values.get(0));
        int count = in.whole(values.get(1));
        if (in.hasFailed() || !in.spend(text.length())) {
            return Texts.EMPTY;
        }
        int length = length(text);
        return count < 0 ? whole(in, text) : part(text, Math.max(0, length - count), length);
    }

    /** The answer to a count below zero, with the error that goes with it. */
    private static AttributeValue whole(Evaluation in, String text) {
        in.fail(CesqlError.FUNCTION_EVALUATION);
        return new Text(text);
    }

    /** From a position, the first being 1 and the last -1, to the end or for so many characters. */
    static AttributeValue substring(Evaluation in, List<AttributeValue> values) {
        String text = in.text(values.get(0));
        int position = in.whole(values.get(1));
        int most = values.size() > 2 ? in.whole(values.get(2)) : Integer.MAX_VALUE;
        if (in.hasFailed() || !in.spend(text.length())) {
            return Texts.EMPTY;
        }
        int length = length(text);
        if (position > length || position < -length || most < 0) {
            in.fail(CesqlError.FUNCTION_EVALUATION);
            return Texts.EMPTY;
        }
        if (position == 0) {
            return Texts.EMPTY;
        }
        int start = position > 0 ? position - 1 : length + position;
        return part(text, start, (int) Math.min(length, (long) start + most));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Text part(String text, int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        return new Text(text.substring(from, text.offsetByCodePoints(from, end - start)));
    }
}
