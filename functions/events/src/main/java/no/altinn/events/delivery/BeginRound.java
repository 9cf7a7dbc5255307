package no.altinn.events.delivery;

import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryState.Ready;
import no.altinn.events.subscription.Subscription;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Begins deliveries on the wish of their consumer: a new round of one that has ended, or one that
 * was never made. The document is written before the message is sent, so the sweep finds a delivery
 * whose message was lost. Thread-safe.
 */
public final class BeginRound {
    private final DeliveryStore deliveries;
    private final RetryQueue queue;
    private final Clock clock;

    public BeginRound(DeliveryStore deliveries, RetryQueue queue, Clock clock) {
        this.deliveries = deliveries;
        this.queue = queue;
        this.clock = clock;
    }

    /** Whether a delivery has ended, so that only a new round goes on with it. */
    public static boolean hasEnded(Delivery delivery) {
        return delivery.state() instanceof Delivered
                || delivery.state() instanceof Dead
                || delivery.state() instanceof Cancelled;
    }

    /**
     * Begins a new round, as a subscription wants it: the next attempt is due, or the event may be
     * fetched.
     *
     * @param delivery one that has ended, as the caller found it
     * @param job the job that asks for it; empty if the consumer asks for this delivery alone
     * @param at when it is due; at the earliest now
     * @return the delivery in its new round; empty if it had moved on
     */
    public Optional<Delivery> again(
            Delivery delivery, Subscription subscription, Trigger trigger, String job, Instant at) {
        int attempt = delivery.attempts().size() + 1;
        Delivery begun =
                delivery.begun(first(subscription, attempt, trigger, at))
                        .touchedBy(job)
                        .permitted(clock.instant());
        if (!deliveries.change(delivery, begun)) {
            return Optional.empty();
        }
        announce(begun);
        return Optional.of(begun);
    }

    /**
     * Begins a delivery that is not there yet.
     *
     * @param wanted the delivery, in any state
     * @param at when it is due; at the earliest now
     * @return whether it was created
     */
    public boolean create(
            Delivery wanted, Subscription subscription, Trigger trigger, String job, Instant at) {
        Delivery begun = wanted.in(first(subscription, 1, trigger, at)).touchedBy(job);
        if (deliveries.create(List.of(begun)).isEmpty()) {
            return false;
        }
        announce(begun);
        return true;
    }

    /**
     * Ends a delivery whose consumer may not get it any more.
     *
     * @return the delivery; empty if it had moved on
     */
    public Optional<Delivery> refuse(Delivery delivery, String job) {
        Delivery ended =
                delivery.in(new Cancelled(clock.instant(), CancelReason.NOT_PERMITTED))
                        .touchedBy(job);
        return deliveries.change(delivery, ended) ? Optional.of(ended) : Optional.empty();
    }

    private static DeliveryState first(
            Subscription subscription, int attempt, Trigger trigger, Instant at) {
        return subscription.isPulled() ? new Ready(attempt, at) : new Due(attempt, at, trigger);
    }

    private void announce(Delivery delivery) {
        if (delivery.state() instanceof Due due) {
            queue.schedule(
                    new Retry.OfDelivery(new DeliveryNotice(delivery.key(), due.attempt())),
                    RetryQueue.delayUntil(due.at(), clock.instant()));
        }
    }
}
