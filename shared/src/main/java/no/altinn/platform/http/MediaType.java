package no.altinn.platform.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A media type without its parameters, in lower case (RFC 9110 §8.3.1). Immutable.
 *
 * @param name for example {@code application/json}
 */
public record MediaType(String name) {
    /** JSON (RFC 8259). */
    public static final MediaType JSON = new MediaType("application/json");

    /** Problem details (RFC 9457). */
    public static final MediaType PROBLEM = new MediaType("application/problem+json");

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
    private static final String PARAMETER =
            "\\s*+;\\s*+(?:" + TOKEN + "=(?:" + TOKEN + "|" + QUOTED + "))?+";
    // Possessive: a long text costs no stack.
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + ")((?:" + PARAMETER + ")*+)\\s*");
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset=\"?([^\";\\s]+)\"?");

    /**
     * Reads a {@code Content-Type} header.
     *
     * @return empty when it is malformed or names a charset other than UTF-8 or its subset US-ASCII
     */
    public static Optional<MediaType> parse(String contentType) {
        Matcher matcher = MEDIA_TYPE.matcher(contentType);
        if (contentType.length() > 500 || !matcher.matches()) {
            return Optional.empty();
        }
        Matcher charset = CHARSET.matcher(matcher.group(2));
        if (charset.find() && !charset.group(1).matches("(?i)utf-?8|us-ascii")) {
            return Optional.empty();
        }
        return Optional.of(new MediaType(matcher.group(1).toLowerCase(Locale.ROOT)));
    }

    /** Whether a text is a media type with any parameters, of any charset. */
    public static boolean isWellFormed(String text) {
        return text.equals(text.strip()) && MEDIA_TYPE.matcher(text).matches();
    }

    /** Whether it is JSON: {@code application/json}, {@code text/json} or any {@code +json}. */
    public boolean isJson() {
        return name.endsWith("/json") || name.endsWith("+json");
    }

    /** Whether it is {@code application/json} or {@code application/*+json} (RFC 6839 §3.1). */
    public boolean isApplicationJson() {
        return equals(JSON) || name.matches("application/.+\\+json");
    }

    @Override
    public String toString() {
        return name;
    }
}
