package no.altinn.platform.http;

import java.util.regex.Pattern;

/** Texts that may quote a request, as far as they are fit for a line of a log. */
public final class LogText {
    /** The most characters of one text; a text that is longer ends with three dots. */
    static final int LONGEST = 300;

    /** Eleven digits on their own: they may be a person's national identity number. */
    private static final Pattern ELEVEN_DIGITS = Pattern.compile("(?<![0-9])[0-9]{11}(?![0-9])");

    private LogText() {}

    /**
     * The text on one line and without persons: printable ASCII but for the quotation mark and the
     * backslash, {@code \}{@code uXXXX} for everything else, asterisks for eleven digits in a row.
     */
    public static String of(String text) {
        // Cut first, so that the work is bounded, and once more: an escape is longer than a letter.
        String start = text.substring(0, Math.min(text.length(), LONGEST));
        StringBuilder fit = new StringBuilder(LONGEST);
        ELEVEN_DIGITS
                .matcher(start)
                .replaceAll("***********")
                .chars()
                .forEach(character -> append(fit, (char) character));
        if (fit.length() <= LONGEST && text.length() <= LONGEST) {
            return fit.toString();
        }
        return fit.substring(0, Math.min(fit.length(), LONGEST)) + "...";
    }

    private static void append(StringBuilder fit, char character) {
        if (character >= ' ' && character <= '~' && character != '"' && character != '\\') {
            fit.append(character);
        } else {
            fit.append("\\u%04x".formatted((int) character));
        }
    }
}
