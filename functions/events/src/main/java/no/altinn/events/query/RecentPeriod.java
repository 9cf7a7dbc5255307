package no.altinn.events.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the beginning and the end of a period that a client names. Both must be of the time for
 * which events and deliveries are kept. Clocks of clients may differ by a minute: an instant in the
 * next minute is now.
 */
public final class RecentPeriod {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Instant now;

    /** Periods up to now. */
    public RecentPeriod(Clock clock) {
        this.now = clock.instant();
    }

    /** Now, which is the end of a period without one. */
    public Instant now() {
        return now;
    }

    /**
     * The instant that a parameter names.
     *
     * @throws InvalidQuery if it is no instant, names no zone, is to come, or over 90 days ago
     */
    public Instant instant(String parameter, String text) {
        Instant instant = Instants.parse(parameter, text);
        if (instant.isAfter(now.plus(MARGIN))) {
            throw new InvalidQuery(
                    "The '%s' parameter must not be in the future.".formatted(parameter));
        }
        if (instant.isBefore(now.minus(KEPT).minus(MARGIN))) {
            throw new InvalidQuery(
                    "The '%s' parameter must not be over 90 days ago.".formatted(parameter));
        }
        return instant.isAfter(now) ? now : instant;
    }

    /**
     * Requires that a period has a length.
     *
     * @throws InvalidQuery if it begins when it ends, or later
     */
    public void requireOrder(String beginning, Instant from, String end, Optional<Instant> to) {
        if (!from.isBefore(to.orElse(now))) {
            throw new InvalidQuery(
                    to.isEmpty()
                            ? "The '%s' parameter must not be in the future.".formatted(beginning)
                            : "The '%s' parameter must be before the '%s' parameter."
                                    .formatted(beginning, end));
        }
    }
}
