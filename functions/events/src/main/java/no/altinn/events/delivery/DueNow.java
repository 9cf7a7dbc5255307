package no.altinn.events.delivery;

import no.altinn.events.delivery.DeliveryState.Due;

import java.time.Clock;
import java.time.Duration;

/**
 * Makes the attempt that a delivery waits for due at once, and schedules it. The attempt is made as
 * every other is, and tells that it was asked for ({@link Trigger#RETRY}); of two messages about
 * one attempt, the first counts. Thread-safe.
 */
public final class DueNow {
    private final DeliveryStore deliveries;
    private final RetryQueue queue;
    private final Clock clock;

    public DueNow(DeliveryStore deliveries, RetryQueue queue, Clock clock) {
        this.deliveries = deliveries;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * Schedules the delivery's attempt, unless it waits for none or has moved on. The state goes
     * first: a crash in between leaves the delivery to the next sweep.
     *
     * @return whether the attempt was scheduled
     */
    public boolean bring(Delivery delivery) {
        if (!(delivery.state() instanceof Due due)
                || !deliveries.move(
                        delivery.key(),
                        due,
                        new Due(due.attempt(), clock.instant(), Trigger.RETRY))) {
            return false;
        }
        queue.schedule(
                new Retry.OfDelivery(new DeliveryNotice(delivery.key(), due.attempt())),
                Duration.ZERO);
        return true;
    }
}
