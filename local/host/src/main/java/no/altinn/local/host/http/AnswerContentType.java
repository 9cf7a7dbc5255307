package no.altinn.local.host.http;

import java.util.Locale;
import java.util.regex.Pattern;

/** The content type that the host sends with text, which it always sends as UTF-8. */
final class AnswerContentType {
    /** The type of text if the function names none. */
    static final String PLAIN = "text/plain; charset=utf-8";

    private static final String UTF_8 = "; charset=utf-8";
    private static final Pattern CHARSET =
            Pattern.compile(
                    "\\s*;\\s*charset\\s*=\\s*(\"[^\"]*\"|[^;\\s]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IS_UTF_8 =
            Pattern.compile(".*;\\s*charset\\s*=\\s*\"?utf-8\"?\\s*(;.*)?");

    private AnswerContentType() {}

    /** The type with the charset put on; another charset is replaced. */
    static String ofText(String contentType) {
        if (contentType.indexOf(';') < 0) {
            return contentType + UTF_8;
        }
        return IS_UTF_8.matcher(contentType.toLowerCase(Locale.ROOT)).matches()
                ? contentType
                : CHARSET.matcher(contentType).replaceAll("") + UTF_8;
    }
}
