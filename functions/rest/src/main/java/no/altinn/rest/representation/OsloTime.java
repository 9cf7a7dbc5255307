package no.altinn.rest.representation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Times in bodies and queries: Oslo's, without a zone (rest-api.md §2). */
public final class OsloTime {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final int SHORTEST = "2026-01-02T10:00".length();

    private OsloTime() {}

    /**
     * For example {@code 2026-01-02T10:00:00.12}: whole milliseconds, as they are stored. Of more
     * than seven digits .NET's clients make no time.
     */
    public static String of(Instant time) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MILLIS), OSLO));
    }

    /**
     * The instant that a text spells; empty if it spells none.
     *
     * @param text a date, a date and a time, or such with an offset
     */
    public static Optional<Instant> parse(String text) {
        try {
            if (text.length() < SHORTEST) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(OSLO).toInstant());
            }
            return Optional.of(
                    hasOffset(text)
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDateTime.parse(text).atZone(OSLO).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The last instant that a text includes: of a date the end of the day. */
    public static Optional<Instant> parseEnd(String text) {
        try {
            return text.length() < SHORTEST
                    ? Optional.of(
                            LocalDate.parse(text)
                                    .plusDays(1)
                                    .atStartOfDay(OSLO)
                                    .toInstant()
                                    .minusMillis(1))
                    : parse(text);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean hasOffset(String text) {
        String time = text.substring("2026-01-02".length());
        return time.endsWith("Z") || time.contains("+") || time.contains("-");
    }
}
