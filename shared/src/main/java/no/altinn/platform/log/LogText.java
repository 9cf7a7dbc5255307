package no.altinn.platform.log;

import java.util.regex.Pattern;

/**
 * Texts of others, as a log line may show them: 200 characters at most, with no character that
 * could end the line or look like another part of it, and without a person's number.
 */
public final class LogText {
    private static final int LONGEST = 200;

    /** A person's number that begins among the characters that are shown ends within these. */
    private static final int LOOKED_AT = LONGEST + 16;

    /** A national identity number, also as people write it: {@code 010190 12345}. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9])[0-9]{6}[ -]?[0-9]{5}(?![0-9])");

    /** A subject that names a person; what stands after the kind of the name may be a number. */
    private static final Pattern PERSON =
            Pattern.compile("(?is)(urn:altinn:person:[a-z-]{1,40}:).+");

    private LogText() {}

    /** The text as one word: white space in it is escaped too, and an empty text is {@code ""}. */
    public static String word(String text) {
        return text.isEmpty() ? "\"\"" : escaped(text, false);
    }

    /** The text in quotation marks, with its spaces as they are. */
    public static String quoted(String text) {
        return '"' + escaped(text, true) + '"';
    }

    private static String escaped(String text, boolean keepsSpaces) {
        String beginning = text.substring(0, Math.min(text.length(), LOOKED_AT));
        // As long as before, so that no other number's beginning moves to where it is shown.
        String hidden =
                NUMBER.matcher(beginning).replaceAll(found -> "*".repeat(found.group().length()));
        String shown = PERSON.matcher(hidden).replaceAll("$1***");
        boolean isCut = shown.length() > LONGEST;
        StringBuilder escaped = new StringBuilder();
        shown.substring(0, isCut ? LONGEST : shown.length())
                .codePoints()
                .forEach(
                        character -> {
                            if (isPlain(character) || (keepsSpaces && character == ' ')) {
                                escaped.appendCodePoint(character);
                            } else {
                                for (char unit : Character.toChars(character)) {
                                    escaped.append("\\u%04x".formatted((int) unit));
                                }
                            }
                        });
        return escaped.append(isCut ? "…" : "").toString();
    }

    private static boolean isPlain(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> character != '"' && character != '\\';
        };
    }
}
