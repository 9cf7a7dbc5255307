package no.altinn.events.delivery;

import no.altinn.events.delivery.DeliveryState.Due;

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
     * The host ends a function after five minutes, together with the work that follows the sweep.
     */
    private static final Duration MOST_TIME = Duration.ofMinutes(1);

    private final DeliveryStore deliveries;
    private final RetryQueue queue;
    private final Clock clock;

    public SweepDeliveries(DeliveryStore deliveries, RetryQueue queue, Clock clock) {
        this.deliveries = deliveries;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Schedules overdue deliveries: up to 10 000 in about a minute, the rest at the next sweep.
     *
     * @param before a delivery that has been due since before this counts as forgotten
     */
    public void sweep(Instant before) {
        Instant end = clock.instant().plus(MOST_TIME);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Delivery> forgotten = deliveries.dueBefore(before, AT_ONCE);
            int scheduled = 0;
            while (scheduled < forgotten.size() && clock.instant().isBefore(end)) {
                schedule(forgotten.get(scheduled++));
            }
            if (!forgotten.isEmpty()) {
                LOG.warn("sweep found={} scheduled={}", forgotten.size(), scheduled);
            }
            if (scheduled < AT_ONCE) {
                return;
            }
        }
    }

    /** The state goes first: a crash in between leaves the delivery to the next sweep. */
    private void schedule(Delivery delivery) {
        if (delivery.state() instanceof Due due
                && deliveries.move(delivery.key(), due, new Due(due.attempt(), clock.instant()))) {
            queue.schedule(
                    new Retry.OfDelivery(new DeliveryNotice(delivery.key(), due.attempt())),
                    Duration.ZERO);
        }
    }
}
