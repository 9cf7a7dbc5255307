package no.altinn.rest.message;

import java.util.Locale;
import java.util.Map;

/** The names of files that people send and fetch. */
public final class FileName {
    /** The most characters of a name. */
    public static final int LONGEST = 200;

    /** What browsers may be told that a file is; nothing that they would run. */
    private static final Map<String, String> MEDIA_TYPES =
            Map.of(
                    "pdf", "application/pdf",
                    "xml", "application/xml",
                    "json", "application/json",
                    "txt", "text/plain; charset=utf-8",
                    "png", "image/png",
                    "jpg", "image/jpeg",
                    "zip", "application/zip");

    private FileName() {}

    /**
     * Refuses a name that is none.
     *
     * @throws Refusal.Invalid if it has none or more than {@link #LONGEST} characters, a slash, a
     *     backslash or a character that is not {@linkplain PlainText plain}
     */
    public static void check(String name) {
        boolean isOneName = PlainText.isPlain(name) && name.chars().noneMatch(FileName::isSlash);
        if (name.isBlank() || name.length() > LONGEST || !isOneName) {
            throw new Refusal.Invalid(
                    "A FileName has 1 to %d characters, no slashes, %s"
                            .formatted(LONGEST, PlainText.RULE));
        }
    }

    private static boolean isSlash(int character) {
        return character == '/' || character == '\\';
    }

    /** The name without its ending. */
    public static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** What the file is answered as. */
    public static String mediaType(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return MEDIA_TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
