package no.altinn.events.delivery;

import no.altinn.events.delivery.DeliveryState.Due;

import java.time.Clock;
import java.time.Duration;

/**
 * Makes the attempt that a delivery waits for due at once, and schedules it. The attempt is made as
 * every other is; of two messages about one attempt, the first counts. Thread-safe.
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
        return delivery.state() instanceof Due due
                && moved(delivery, due, claimable(due).at(clock.instant()));
    }

    /**
     * The same because the consumer asked for it, which the attempt tells: {@link Trigger#RETRY}.
     *
     * @return whether the attempt was scheduled
     */
    public boolean retry(Delivery delivery) {
        return delivery.state() instanceof Due due
                && moved(delivery, due, new Due(due.attempt(), clock.instant(), Trigger.RETRY));
    }

    private boolean moved(Delivery delivery, Due due, Due now) {
        if (!deliveries.move(delivery.key(), due, now)) {
            return false;
        }
        queue.schedule(
                new Retry.OfDelivery(new DeliveryNotice(delivery.key(), due.attempt())),
                Duration.ZERO);
        return true;
    }

    /** A released attempt is not claimed, and now there may be two messages about it. */
    private static Due claimable(Due due) {
        return due.trigger() == Trigger.RELEASE ? new Due(due.attempt(), due.at()) : due;
    }
}
