package no.altinn.events.delivery;

import no.altinn.platform.time.RetrySchedule;

import java.time.Duration;
import java.util.List;

/** When a push that failed is tried again. */
public final class PushSchedule {
    private static final double JITTER = 0.1;

    /**
     * The schedule of pushes, unless a setting says otherwise: twelve attempts in a day and a half.
     */
    public static final RetrySchedule TWELVE_ATTEMPTS =
            of(
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
                            Duration.ofHours(12)));

    private PushSchedule() {}

    /**
     * A schedule with these waits. Chance moves each of them by a tenth at most, so that what
     * failed together is not tried again together.
     */
    public static RetrySchedule of(List<Duration> waits) {
        return new RetrySchedule(waits, JITTER);
    }
}
