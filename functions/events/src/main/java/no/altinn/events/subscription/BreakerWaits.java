package no.altinn.events.subscription;

import no.altinn.platform.time.RetrySchedule;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** How long an endpoint that fails is left alone. */
final class BreakerWaits {
    private static final RetrySchedule WAITS =
            new RetrySchedule(
                    List.of(
                            Duration.ofSeconds(30),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(2),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(10)),
                    0.1);

    private BreakerWaits() {}

    /**
     * The wait, which chance moves by a tenth at most.
     *
     * @param opens how many times in a row the endpoint is left alone, 1 and up
     */
    static Duration of(int opens, RandomGenerator random) {
        int wait = Math.min(opens, WAITS.delays().size());
        return WAITS.after(wait, random).orElseThrow();
    }
}
