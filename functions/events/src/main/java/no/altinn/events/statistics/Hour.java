package no.altinn.events.statistics;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What came of the attempts of one hour.
 *
 * @param start when the hour began, in UTC
 */
public record Hour(Instant start, Tally tally) {
    public Hour {
        start = startOf(start);
    }

    /** When the hour of an instant began. */
    public static Instant startOf(Instant instant) {
        return instant.truncatedTo(ChronoUnit.HOURS);
    }
}
