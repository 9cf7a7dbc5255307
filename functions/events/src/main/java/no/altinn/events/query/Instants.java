package no.altinn.events.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parameters that are instants, or dates, and must say in which zone. Clients write them as .NET's
 * {@code DateTime} reads them in its invariant culture; of what it reads, these forms are taken:
 *
 * <pre>
 * instant = date [("T" | space) time] zone, or RFC 1123: Wed, 01 Jan 2020 00:00:00 GMT
 * date    = yyyy-MM-dd | yyyy/MM/dd | MM/dd/yyyy; a month or a day may have one digit
 * time    = HH:mm[:ss[.fraction]]; after a space an hour may have one digit
 * zone    = "Z" | "GMT" | ("+" | "-") HH[[:]mm], at most 14 hours; an hour may have one digit
 * </pre>
 *
 * A date alone is its first moment in the zone. Letters come in any case; spaces may stand before,
 * after and in front of the zone.
 */
public final class Instants {
    private static final Pattern FORM =
            Pattern.compile(
                    "(?i)(?:(?<year>\\d{4})(?<dash>[-/])(?<month>\\d{1,2})\\k<dash>(?<day>\\d{1,2})"
                            + "|(?<usMonth>\\d{1,2})/(?<usDay>\\d{1,2})/(?<usYear>\\d{4}))"
                            + "(?:(?:T(?<hour>\\d{2})|\\s+(?<spacedHour>\\d{1,2})):(?<minute>\\d{2})"
                            + "(?::(?<second>\\d{2})(?:\\.(?<fraction>\\d+))?)?)?"
                            + "(?:\\s*(?<utc>Z|GMT)"
                            + "|\\s*(?<sign>[-+])(?<hours>\\d{1,2})(?::?(?<minutes>\\d{2}))?"
                            + "|\\s(?<bareHours>\\d{2}):(?<bareMinutes>\\d{2}))?");
    private static final Pattern RFC_1123 = Pattern.compile("[A-Za-z]{3}, .* GMT");
    private static final int NANO_DIGITS = 9;
    private static final int FARTHEST_SECONDS = 14 * 60 * 60;
    private static final int LAST_YEAR = 9999;

    private Instants() {}

    /**
     * The instant.
     *
     * @throws InvalidQuery if the text is of none of the forms, or names no zone
     */
    public static Instant parse(String parameter, String text) {
        String trimmed = text.strip();
        try {
            if (RFC_1123.matcher(trimmed).matches()) {
                return inYears(OffsetDateTime.parse(trimmed, DateTimeFormatter.RFC_1123_DATE_TIME));
            }
            Matcher form = FORM.matcher(trimmed);
            if (form.matches()) {
                LocalDateTime local = local(form);
                return inYears(local.atOffset(zone(form).orElseThrow(() -> noZone(parameter))));
            }
        } catch (DateTimeException e) {
            throw noInstant(parameter, e);
        }
        throw noInstant(parameter, null);
    }

    private static LocalDateTime local(Matcher form) {
        return LocalDateTime.of(
                number(form, "year", "usYear"),
                number(form, "month", "usMonth"),
                number(form, "day", "usDay"),
                number(form, "hour", "spacedHour"),
                number(form, "minute", "minute"),
                number(form, "second", "second"),
                nanos(form.group("fraction")));
    }

    /** The number of the group that took part; 0 when none did. */
    private static int number(Matcher form, String group, String other) {
        String digits = form.group(group) == null ? form.group(other) : form.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(String fraction) {
        return fraction == null
                ? 0
                : Integer.parseInt((fraction + "0".repeat(NANO_DIGITS)).substring(0, NANO_DIGITS));
    }

    private static Optional<ZoneOffset> zone(Matcher form) {
        if (form.group("utc") != null) {
            return Optional.of(ZoneOffset.UTC);
        }
        // A plus sign that was not percent-encoded has become a space on its way. Behind a time
        // nothing else can be meant.
        if (form.group("hours") == null && form.group("bareHours") == null) {
            return Optional.empty();
        }
        int sign = "-".equals(form.group("sign")) ? -1 : 1;
        int hours = number(form, "hours", "bareHours");
        int minutes = number(form, "minutes", "bareMinutes");
        ZoneOffset zone = ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        if (Math.abs(zone.getTotalSeconds()) > FARTHEST_SECONDS) {
            throw new DateTimeException("The offset is over 14 hours");
        }
        return Optional.of(zone);
    }

    /** .NET's years, in its own zone and in UTC. */
    private static Instant inYears(OffsetDateTime time) {
        int year = time.withOffsetSameInstant(ZoneOffset.UTC).get(ChronoField.YEAR);
        if (Math.min(year, time.getYear()) < 1 || year > LAST_YEAR) {
            throw new DateTimeException("The year is none of 1 to 9999");
        }
        return time.toInstant();
    }

    private static InvalidQuery noZone(String parameter) {
        return new InvalidQuery(
                "The '%s' parameter must specify timezone. E.g. 2022-07-07T11:00:53.3917Z for UTC"
                        .formatted(parameter));
    }

    private static InvalidQuery noInstant(String parameter, Throwable cause) {
        return new InvalidQuery(
                "The '%s' parameter must be an instant. E.g. 2022-07-07T11:00:53.3917Z"
                        .formatted(parameter),
                cause);
    }
}
