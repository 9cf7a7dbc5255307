package no.altinn.events.delivery;

import no.altinn.platform.time.RetrySchedule;

import java.time.Duration;
import java.util.List;

/** When a push that failed is tried again. */
public final class PushSchedule {
    /** The schedule of pushes: twelve attempts in a day and a half. */
    public static final RetrySchedule TWELVE_ATTEMPTS =
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

    private PushSchedule() {}
}
