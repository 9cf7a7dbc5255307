package no.altinn.events.pull;

import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.WrongDeliveryMode;

import java.util.List;

/** Hands waiting events out to receivers. Thread-safe. */
public final class ReceiveEvents {
    private final SubscriptionIndex subscriptions;
    private final FreeLocks locks;
    private final TakeEvents events;
    private final LongPoll waiting;

    /**
     * Hands events out.
     *
     * @param subscriptions tells whoever waits that the subscription is paused or resumed
     */
    public ReceiveEvents(
            SubscriptionIndex subscriptions, FreeLocks locks, TakeEvents events, LongPoll waiting) {
        this.subscriptions = subscriptions;
        this.locks = locks;
        this.events = events;
        this.waiting = waiting;
    }

    /**
     * Events that no other receiver gets before their locks run out, the oldest first: up to 1 MiB,
     * or one event. Nothing if there is nothing after the wait, or the subscription is paused.
     *
     * @throws WrongDeliveryMode if the subscription's events are pushed
     * @throws no.altinn.platform.client.Unavailable if a store cannot answer
     */
    public List<ReceivedEvent> receive(Subscription subscription, ReceiveOrder order) {
        WrongDeliveryMode.requirePull(subscription);
        List<ReceivedEvent> found = look(subscription, order);
        return found.isEmpty()
                ? waiting.first(
                        order.maxWait(),
                        () ->
                                subscriptions
                                        .find(subscription.key())
                                        .map(now -> look(now, order))
                                        .orElse(List.of()))
                : found;
    }

    private List<ReceivedEvent> look(Subscription subscription, ReceiveOrder order) {
        if (!(subscription.serving().standing() instanceof Standing.Active)) {
            return List.of();
        }
        locks.free(subscription);
        return events.of(subscription, order);
    }
}
