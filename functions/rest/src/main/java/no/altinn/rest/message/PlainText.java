package no.altinn.rest.message;

/**
 * Texts of a single line that people are shown beside others, such as names of files. Such a text
 * has no characters that end the line, and none that turn the direction of what stands around them:
 * {@code U+202E} makes {@code fdp.exe} of {@code exe.pdf} (UAX #9, Bidi_Control).
 */
public final class PlainText {
    /** What a refusal says of the characters. */
    public static final String RULE =
            "no control characters and none that turn the direction of text";

    private PlainText() {}

    /** Whether a text is plain; an empty one is. */
    public static boolean isPlain(String text) {
        return text.codePoints().allMatch(PlainText::isPlain);
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> !turnsDirection(character);
        };
    }

    private static boolean turnsDirection(int character) {
        return character == 0x061C
                || (character >= 0x200E && character <= 0x200F)
                || (character >= 0x202A && character <= 0x202E)
                || (character >= 0x2066 && character <= 0x2069);
    }
}
