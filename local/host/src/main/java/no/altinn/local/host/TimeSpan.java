package no.altinn.local.host;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time spans as .NET writes them: {@code [d.]hh:mm:ss[.fffffff]}. */
final class TimeSpan {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,8})\\.)?(\\d{1,2}):(\\d{1,2}):(\\d{1,2}(?:\\.\\d{1,7})?)");

    private TimeSpan() {}

    /**
     * Reads a time span.
     *
     * @throws IllegalArgumentException if the text is none
     */
    static Duration parse(String text) {
        Matcher span = FORM.matcher(text);
        if (!span.matches()) {
            throw new IllegalArgumentException("\"%s\" is not a time span".formatted(text));
        }
        long days = span.group(1) == null ? 0 : Long.parseLong(span.group(1));
        return Duration.ofDays(days)
                .plusHours(Long.parseLong(span.group(2)))
                .plusMinutes(Long.parseLong(span.group(3)))
                .plusNanos(new BigDecimal(span.group(4)).movePointRight(9).longValueExact());
    }
}
