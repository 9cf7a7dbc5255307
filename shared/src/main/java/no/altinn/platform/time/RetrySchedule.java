package no.altinn.platform.time;

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
