package no.altinn.events.pull;

import no.altinn.events.delivery.CancelReason;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryEntries;
import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.log.Activity;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.subscription.Subscription;

import java.time.Clock;
import java.time.Instant;

/** Takes back events that a consumer may not, or cannot, fetch any more. Thread-safe. */
public final class Withdrawals {
    private final DeliveryStore deliveries;
    private final BestEffortLog log;
    private final Clock clock;

    public Withdrawals(DeliveryStore deliveries, BestEffortLog log, Clock clock) {
        this.deliveries = deliveries;
        this.log = log;
        this.clock = clock;
    }

    /** The policy does not permit the consumer to see the event any more. */
    void deny(Subscription subscription, Delivery delivery) {
        cancel(subscription, delivery, CancelReason.NOT_PERMITTED, Activity.UNAUTHORIZED);
    }

    /** The event is no longer kept. */
    void forget(Subscription subscription, Delivery delivery) {
        cancel(subscription, delivery, CancelReason.EVENT_GONE, Activity.INVALID_SUBSCRIPTION);
    }

    private void cancel(
            Subscription subscription, Delivery delivery, CancelReason reason, Activity activity) {
        Instant now = clock.instant();
        if (deliveries.move(delivery.key(), delivery.state(), new Cancelled(now, reason))) {
            log.append(DeliveryEntries.fetched(activity, subscription, delivery, now));
        }
    }
}
