package no.altinn.local.host.eventgrid;

import no.altinn.platform.time.RetrySchedule;

import java.time.Duration;

/**
 * How much runs and waits at once. Immutable.
 *
 * @param inFlightPerLane invocations for one lane at a time; fewer when many lanes are slow
 * @param inFlight invocations at a time
 * @param heldPerLane events of one lane that wait, run or are to be tried again
 * @param held the same for all lanes together
 * @param redelivery the waits before a failed event is tried again; after the last it is dropped
 */
public record EventGridLimits(
        int inFlightPerLane, int inFlight, int heldPerLane, int held, RetrySchedule redelivery) {
    /** Limits for a developer's machine, with Event Grid's own waits of the first hours. */
    public static final EventGridLimits DEFAULT =
            new EventGridLimits(
                    64,
                    256,
                    10_000,
                    100_000,
                    RetrySchedule.exactly(
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(30),
                            Duration.ofMinutes(1),
                            Duration.ofMinutes(5),
                            Duration.ofMinutes(10),
                            Duration.ofMinutes(30),
                            Duration.ofHours(1)));
}
