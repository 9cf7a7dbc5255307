package no.altinn.events.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as RFC 3339 §5.6 writes them, with every offset, leap seconds, and any number of decimals.
 */
final class Timestamp {
    private static final int NANOS_DIGITS = 9;
    private static final int LAST_NANO = 999_999_999;
    private static final Pattern RFC_3339 =
            Pattern.compile(
                    "([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})"
                            + "(?:\\.([0-9]++))?(?:[Zz]|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))");

    private Timestamp() {}

    /**
     * The instant of a time. Decimals after the ninth are cut off. A leap second is the last
     * nanosecond of the second before it: after all of that second, before the next minute.
     *
     * @return empty if the text is none of RFC 3339
     */
    static Optional<Instant> parse(String text) {
        Matcher time = RFC_3339.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        boolean isLeap = number(time, 6) == 60;
        try {
            Instant instant =
                    LocalDateTime.of(
                                    number(time, 1),
                                    number(time, 2),
                                    number(time, 3),
                                    number(time, 4),
                                    number(time, 5),
                                    isLeap ? 59 : number(time, 6),
                                    isLeap ? LAST_NANO : nanos(time.group(7)))
                            .minusMinutes(offsetMinutes(time))
                            .toInstant(ZoneOffset.UTC);
            return Optional.of(instant).filter(at -> !isLeap || isBeforeMidnight(at));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * A time that an older build took: the seconds could be left out, other things could not be.
     */
    static Optional<Instant> parseStored(String text) {
        return parse(text).or(() -> parseIso8601(text));
    }

    private static Optional<Instant> parseIso8601(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Leap seconds are put in before midnight in UTC alone (ITU-R TF.460). */
    private static boolean isBeforeMidnight(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return utc.getHour() == 23 && utc.getMinute() == 59;
    }

    private static int offsetMinutes(Matcher time) {
        if (time.group(8) == null) {
            return 0;
        }
        int minutes = 60 * number(time, 9) + number(time, 10);
        return time.group(8).equals("-") ? -minutes : minutes;
    }

    private static int nanos(String decimals) {
        if (decimals == null) {
            return 0;
        }
        String nine = (decimals + "0".repeat(NANOS_DIGITS)).substring(0, NANOS_DIGITS);
        return Integer.parseInt(nine);
    }

    private static int number(Matcher time, int group) {
        return Integer.parseInt(time.group(group));
    }
}
