package no.altinn.events.delivery;

import no.altinn.platform.concurrent.InLanes;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Finds deliveries that were due but not attempted: their message was lost, or a process died
 * between two writes. Thread-safe.
 */
public final class SweepDeliveries {
    private static final Logger LOG = LoggerFactory.getLogger(SweepDeliveries.class);
    private static final int AT_ONCE = 500;
    private static final int MOST_ROUNDS = 20;

    /**
     * A round that scheduled fewer was the last: few are overdue, or most of them cannot be
     * scheduled now, and the next round would find the same again.
     */
    private static final int LEAST_OF_A_ROUND = AT_ONCE / 2;

    /**
     * The host ends a function after five minutes, together with the work that follows the sweep.
     */
    private static final Duration MOST_TIME = Duration.ofMinutes(1);

    private final DeliveryStore deliveries;
    private final DueNow dueNow;
    private final InLanes lanes;
    private final Clock clock;

    /**
     * A sweep of the store's deliveries.
     *
     * @param lanes each subscription, whose deliveries lie together, is one
     */
    public SweepDeliveries(DeliveryStore deliveries, RetryQueue queue, InLanes lanes, Clock clock) {
        this.deliveries = deliveries;
        this.dueNow = new DueNow(deliveries, queue, clock);
        this.lanes = lanes;
        this.clock = clock;
    }

    /**
     * Schedules overdue deliveries: up to 10 000 in about a minute, the rest at the next sweep. A
     * delivery that cannot be scheduled holds up no other.
     *
     * @param before a delivery that has been due since before this counts as forgotten
     * @throws RuntimeException the first failure, after the others have been scheduled
     */
    public void sweep(Instant before) {
        Instant end = clock.instant().plus(MOST_TIME);
        InLanes.Outcome all = InLanes.Outcome.NONE;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            InLanes.Outcome swept = sweep(before, end);
            all = all.and(swept);
            if (swept.done() < LEAST_OF_A_ROUND || !clock.instant().isBefore(end)) {
                break;
            }
        }
        all.orThrow();
    }

    private InLanes.Outcome sweep(Instant before, Instant end) {
        List<Delivery> forgotten = deliveries.dueBefore(before, AT_ONCE);
        InLanes.Outcome swept =
                lanes.each(
                        forgotten,
                        delivery -> delivery.key().subscriptionId(),
                        () -> clock.instant().isBefore(end),
                        dueNow::bring);
        if (!forgotten.isEmpty()) {
            LOG.warn(
                    "sweep found={} scheduled={} failed={}",
                    forgotten.size(),
                    swept.done(),
                    swept.failures().size());
        }
        return swept;
    }
}
