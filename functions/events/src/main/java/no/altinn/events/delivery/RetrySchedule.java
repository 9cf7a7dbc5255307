package no.altinn.events.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * After which failed attempt to wait how long. Immutable.
 *
 * @param delays the wait after the first, second, … failed attempt; after one more there is no
 *     other
 * @param jitter how much a wait may differ from its delay, as a fraction of it, 0 to 1
 */
public record RetrySchedule(List<Duration> delays, double jitter) {
    /** The schedule of pushes: twelve attempts over a good day. */
    public static final RetrySchedule PUSH =
            new RetrySchedule(
                    List.of(
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(30),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(10),
                            Duration.ofMinutes(30),
                            Duration.ofHours(1),
                            Duration.ofHours(3),
                            Duration.ofHours(6),
                            Duration.ofHours(12),
                            Duration.ofHours(12)),
                    0.1);

    public RetrySchedule {
        delays = List.copyOf(delays);
    }

    /**
     * How long to wait for the next attempt.
     *
     * @param failed the number of the attempt that failed, 1 and up
     * @return empty when it was the last
     */
    public Optional<Duration> after(int failed, RandomGenerator random) {
        if (failed > delays.size()) {
            return Optional.empty();
        }
        double factor = 1 + jitter * (2 * random.nextDouble() - 1);
        return Optional.of(
                Duration.ofMillis(Math.round(delays.get(failed - 1).toMillis() * factor)));
    }
}
