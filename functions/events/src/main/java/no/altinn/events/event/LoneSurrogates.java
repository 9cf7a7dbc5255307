package no.altinn.events.event;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Escapes of surrogates that are no pairs. JSON allows them (RFC 8259 §8.2), and in data they are
 * kept. The parser refuses some of them, and other versions of it refuse others, so it never sees
 * one.
 */
final class LoneSurrogates {
    private static final String HIGH = "\\\\u[dD][89abAB][0-9a-fA-F]{2}";
    private static final String LOW = "\\\\u[dD][c-fC-F][0-9a-fA-F]{2}";

    /** A pair, a lone one, or any other escape; what is none of them is passed over. */
    private static final Pattern ESCAPE =
            Pattern.compile(HIGH + LOW + "|(?<lone>" + HIGH + "|" + LOW + ")|\\\\(?s:.)");

    private static final String REPLACEMENT = "\\ufffd";

    private LoneSurrogates() {}

    /** The same JSON, in the same places, with an escaped U+FFFD for each of them. */
    static String replaced(String json) {
        if (!json.contains("\\ud") && !json.contains("\\uD")) {
            return json;
        }
        char[] replaced = json.toCharArray();
        Matcher escape = ESCAPE.matcher(json);
        while (escape.find()) {
            if (escape.group("lone") != null) {
                REPLACEMENT.getChars(0, REPLACEMENT.length(), replaced, escape.start());
            }
        }
        return new String(replaced);
    }

    /**
     * The text of a JSON string in which they stand for themselves.
     *
     * @param raw a valid JSON string, quotes included
     */
    static String text(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        int i = 1;
        while (i < raw.length() - 1) {
            char c = raw.charAt(i++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escaped = raw.charAt(i++);
            if (escaped == 'u') {
                text.append((char) Integer.parseInt(raw, i, i + 4, 16));
                i += 4;
            } else {
                text.append(character(escaped));
            }
        }
        return text.toString();
    }

    private static char character(char escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escaped;
        };
    }
}
