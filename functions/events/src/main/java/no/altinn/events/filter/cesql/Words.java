package no.altinn.events.filter.cesql;

import java.util.Locale;
import java.util.Set;

/** The words of the language, which may be written in any case. */
final class Words {
    private static final String TRUE = "true";
    private static final String FALSE = "false";
    private static final int LONGEST = 6;

    private static final Set<String> KEYWORDS =
            Set.of(TRUE, FALSE, "and", "or", "xor", "not", "like", "exists", "in");

    private Words() {}

    /** Whether a text is {@code true} in any case. */
    static boolean isTrue(String text) {
        return is(TRUE, text);
    }

    /** Whether a text is {@code false} in any case. */
    static boolean isFalse(String text) {
        return is(FALSE, text);
    }

    /** Whether a text is a word of the language, so that no attribute can be asked for by it. */
    static boolean isKeyword(String text) {
        return text.length() <= LONGEST && KEYWORDS.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether a text is this word, given in lower case. */
    static boolean is(String word, String text) {
        // Not equalsIgnoreCase: it takes letters for equal whose upper cases are, such as s and ſ.
        return text.length() == word.length() && text.toLowerCase(Locale.ROOT).equals(word);
    }
}
