package no.altinn.events.event;

import java.util.function.IntPredicate;

/**
 * The text that may stand in an attribute, and so in whatever is compared with attributes
 * (CloudEvents 1.0.2 §Type System, {@code String}). Other text does not come through HTTP headers,
 * URIs and UTF-8 unharmed.
 */
public final class AttributeText {
    /** What an attribute must not hold, in words that go on after a name. */
    public static final String RULE =
            "must not hold control characters, noncharacters or lone surrogates.";

    private static final int REPLACEMENT = '\uFFFD';
    private static final int LONGEST_SHOWN = 100;

    private AttributeText() {}

    /** Whether the text has no lone surrogate, control character (C0, DEL, C1) or noncharacter. */
    public static boolean isAllowed(String text) {
        return text.codePoints().allMatch(AttributeText::isAllowed);
    }

    private static boolean isAllowed(int codePoint) {
        return !Character.isISOControl(codePoint)
                && !isSurrogate(codePoint)
                && !isNoncharacter(codePoint);
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** The 66 of Unicode §23.7: the last two of each plane, and a block of the first plane. */
    private static boolean isNoncharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }

    /** Whether the text has no more than so many characters (Unicode code points). */
    public static boolean fits(String text, int most) {
        return text.length() <= most
                || (text.length() <= 2L * most && text.codePointCount(0, text.length()) <= most);
    }

    /** A text of a caller as a message may repeat it: 100 characters at most, all allowed. */
    public static String shown(String text) {
        return withReplacements(
                text.codePoints().limit(LONGEST_SHOWN).toArray(), AttributeText::isAllowed);
    }

    /** A text that can be written as UTF-8: U+FFFD stands in the place of each lone surrogate. */
    public static String wellFormed(String text) {
        return withReplacements(text.codePoints().toArray(), codePoint -> !isSurrogate(codePoint));
    }

    private static String withReplacements(int[] codePoints, IntPredicate isKept) {
        StringBuilder kept = new StringBuilder(codePoints.length);
        for (int codePoint : codePoints) {
            kept.appendCodePoint(isKept.test(codePoint) ? codePoint : REPLACEMENT);
        }
        return kept.toString();
    }
}
