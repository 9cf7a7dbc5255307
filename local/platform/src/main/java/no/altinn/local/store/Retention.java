package no.altinn.local.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long the stores keep what goes away by itself. With {@link #USUAL} everything lasts as long
 * as in Azure. With a shorter time nothing that goes away by itself lasts longer than that, so that
 * a test of an hour sees what comes and goes in months. Immutable.
 *
 * @param longest from {@link #SHORTEST} to 90 days
 */
public record Retention(Duration longest) {
    /** The shortest time that may be chosen. */
    public static final Duration SHORTEST = Duration.ofSeconds(10);

    /** For 90 days, and entries and files for as long as the app says. */
    public static final Retention USUAL = new Retention(Duration.ofDays(90));

    private static final Duration DAILY = Duration.ofDays(1);

    public Retention {
        if (longest.compareTo(SHORTEST) < 0 || longest.compareTo(Duration.ofDays(90)) > 0) {
            throw new IllegalArgumentException("Data is kept for 10 seconds to 90 days.");
        }
    }

    /** The time that something is kept which usually is kept for so long. */
    Duration of(Duration usual) {
        return usual.compareTo(longest) < 0 ? usual : longest;
    }

    /**
     * When something goes away for which the app has named an end.
     *
     * @param expires empty for never, which stays so
     */
    Optional<Instant> end(Optional<Instant> expires, Instant now) {
        if (equals(USUAL)) {
            return expires;
        }
        Instant last = now.plus(longest);
        return expires.map(at -> at.isBefore(last) ? at : last);
    }

    /** How often old data is removed: daily, or ten times within a shorter time. */
    public Duration between() {
        Duration tenth = longest.dividedBy(10);
        return tenth.compareTo(DAILY) < 0 ? tenth : DAILY;
    }
}
