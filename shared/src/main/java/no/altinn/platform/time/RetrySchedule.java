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

    /** A schedule of these waits exactly. */
    public static RetrySchedule exactly(Duration... delays) {
        return new RetrySchedule(List.of(delays), 0);
    }

    /**
     * How long to wait for the next attempt, without jitter.
     *
     * @param failed the number of the attempt that failed, 1 and up
     * @return empty when it was the last
     */
    public Optional<Duration> after(int failed) {
        return failed > delays.size() ? Optional.empty() : Optional.of(delays.get(failed - 1));
    }

    /**
     * The wait after the last attempt that has another: where attempts go on for ever, the wait
     * after each that follows.
     */
    public Duration last() {
        return delays.get(delays.size() - 1);
    }

    /**
     * How long to wait for the next attempt.
     *
     * @param failed the number of the attempt that failed, 1 and up
     * @return empty when it was the last
     */
    public Optional<Duration> after(int failed, RandomGenerator random) {
        return after(failed).map(delay -> spread(delay, random));
    }

    private Duration spread(Duration delay, RandomGenerator random) {
        double factor = 1 + jitter * (2 * random.nextDouble() - 1);
        return Duration.ofMillis(Math.round(delay.toMillis() * factor));
    }
}
