package no.altinn.events.statistics;

import java.time.Duration;

/**
 * What came of attempts. Immutable.
 *
 * @param attempts how many were made
 * @param delivered how many succeeded
 * @param failed how many did not
 * @param dead how many deliveries were given up
 * @param latencies how long the attempts took
 */
public record Tally(long attempts, long delivered, long failed, long dead, Latencies latencies) {
    /** No attempt. */
    public static final Tally NONE = new Tally(0, 0, 0, 0, Latencies.NONE);

    /** One attempt. */
    public static Tally of(boolean succeeded, boolean wasLast, Duration duration) {
        return new Tally(
                1, succeeded ? 1 : 0, succeeded ? 0 : 1, wasLast ? 1 : 0, Latencies.of(duration));
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                attempts + other.attempts,
                delivered + other.delivered,
                failed + other.failed,
                dead + other.dead,
                latencies.plus(other.latencies));
    }
}
