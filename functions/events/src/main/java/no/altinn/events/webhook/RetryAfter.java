package no.altinn.events.webhook;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When an endpoint wants to be called again: the header {@code Retry-After} of an answer 429 or 503
 * (RFC 9110 §10.2.3), in seconds or as a date.
 */
public final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("[0-9]+");

    /** A wait that is longer counts as this; no rule waits as long. */
    private static final Duration LONGEST = Duration.ofDays(365);

    /** The three forms that a recipient must read (RFC 9110 §5.6.7). */
    private static List<DateTimeFormatter> dates(Instant now) {
        // A year of two digits that looks more than 50 years ahead is in the past.
        int firstYear = now.atOffset(ZoneOffset.UTC).getYear() - 49;
        return List.of(
                form("EEE, dd MMM yyyy HH:mm:ss 'GMT'"),
                new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern("EEEE, dd-MMM-")
                        .appendValueReduced(ChronoField.YEAR, 2, 2, firstYear)
                        .appendPattern(" HH:mm:ss 'GMT'")
                        .toFormatter(Locale.US),
                form("EEE MMM ppd HH:mm:ss yyyy"));
    }

    private RetryAfter() {}

    private static DateTimeFormatter form(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US);
    }

    /**
     * When the endpoint of this reply wants to be called again.
     *
     * @return later than now; empty for an answer of another status, and for a header that says
     *     zero, names the past, or is malformed
     */
    public static Optional<Instant> of(WebhookReply reply, Instant now) {
        return reply.status() == 429 || reply.status() == 503
                ? read(reply.retryAfter().strip(), now).filter(now::isBefore)
                : Optional.empty();
    }

    private static Optional<Instant> read(String text, Instant now) {
        return SECONDS.matcher(text).matches()
                ? Optional.of(now.plus(seconds(text)))
                : dates(now).stream().flatMap(form -> date(text, form).stream()).findFirst();
    }

    private static Duration seconds(String digits) {
        BigInteger longest = BigInteger.valueOf(LONGEST.toSeconds());
        return Duration.ofSeconds(new BigInteger(digits).min(longest).longValueExact());
    }

    private static Optional<Instant> date(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
