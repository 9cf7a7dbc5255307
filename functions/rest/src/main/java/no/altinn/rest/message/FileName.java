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
     *     backslash or a control character
     */
    public static void check(String name) {
        boolean isPlain =
                name.codePoints()
                        .noneMatch(
                                c ->
                                        c == '/'
                                                || c == '\\'
                                                || Character.isISOControl(c)
                                                || Character.getType(c) == Character.SURROGATE);
        if (name.isBlank() || name.length() > LONGEST || !isPlain) {
            throw new Refusal.Invalid(
                    "A FileName has 1 to %d characters, no slashes and no control characters"
                            .formatted(LONGEST));
        }
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
