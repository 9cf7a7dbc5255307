package no.altinn.events.query;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Parameters that are instants and must say in which zone. */
final class Instants {
    private Instants() {}

    static Instant parse(String parameter, String text) {
        // A plus sign that was not percent-encoded has become a space on its way.
        String instant = text.replace(' ', '+');
        try {
            return OffsetDateTime.parse(instant, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new InvalidQuery(
                    isWithoutZone(instant)
                            ? "The '%s' parameter must specify timezone. E.g. 2022-07-07T11:00:53.3917Z for UTC"
                                    .formatted(parameter)
                            : "The '%s' parameter must be an instant. E.g. 2022-07-07T11:00:53.3917Z"
                                    .formatted(parameter),
                    e);
        }
    }

    private static boolean isWithoutZone(String text) {
        try {
            return LocalDateTime.parse(text.length() == 10 ? text + "T00:00" : text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
