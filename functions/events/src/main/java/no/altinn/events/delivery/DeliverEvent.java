package no.altinn.events.delivery;

import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.subscription.EndPointRequests;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.webhook.EndPointCaller;

/**
 * Delivers events: makes the attempts that notices name, where they are due and their turn has
 * come. Thread-safe.
 */
public final class DeliverEvent {
    private final SubscriptionIndex subscriptions;
    private final DeliveryLifecycle lifecycle;
    private final Turns turns;
    private final Cancellations cancellations;
    private final PushEvent push;

    /**
     * Deliveries over these collaborators.
     *
     * @param turns which attempts are to be made now
     * @param health what follows for an endpoint from its attempts
     */
    public DeliverEvent(
            RecentEvents events,
            SubscriptionIndex subscriptions,
            DeliveryLifecycle lifecycle,
            EndPointRequests requests,
            EndPointCaller caller,
            Turns turns,
            EndPointHealth health,
            BestEffortLog log) {
        this.subscriptions = subscriptions;
        this.lifecycle = lifecycle;
        this.turns = turns;
        this.cancellations = new Cancellations(lifecycle, log);
        this.push = new PushEvent(events, lifecycle, requests, caller, health, cancellations, log);
    }

    /**
     * Makes the attempt that the notice names, unless the delivery has moved on since, another
     * notice of the same attempt came first, or its turn has not come.
     */
    public void attempt(DeliveryNotice notice) {
        lifecycle.due(notice).ifPresent(delivery -> attempt(delivery, notice));
    }

    /** Makes the attempt of a notice that has waited, under the same conditions. */
    public void retry(DeliveryNotice notice) {
        lifecycle.dueLater(notice).ifPresent(delivery -> attempt(delivery, notice));
    }

    private void attempt(Delivery delivery, DeliveryNotice notice) {
        subscriptions
                .find(delivery.subscription())
                .ifPresentOrElse(
                        subscription -> attempt(delivery, subscription, notice),
                        () -> cancellations.cancel(delivery, CancelReason.REMOVED));
    }

    private void attempt(Delivery delivery, Subscription subscription, DeliveryNotice notice) {
        if (subscription.isPulled()) {
            lifecycle.leave(delivery, notice.attempt());
            return;
        }
        switch (turns.of(delivery, subscription, notice)) {
            case NOW -> push.push(delivery, subscription, notice.attempt());
            case HELD -> lifecycle.hold(delivery, notice.attempt());
            case STOPPED -> cancellations.cancel(delivery, CancelReason.STOPPED);
            case LATER -> {}
        }
    }

    /** Makes an attempt that finds out whether an endpoint takes events again. */
    void probe(Delivery delivery, Subscription subscription) {
        if (delivery.state() instanceof Due due) {
            push.push(delivery, subscription, due.attempt());
        }
    }
}
