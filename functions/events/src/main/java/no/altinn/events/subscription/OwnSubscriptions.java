package no.altinn.events.subscription;

import no.altinn.platform.auth.AltinnToken;

import java.util.List;
import java.util.Optional;

/** Lets consumers see and remove their subscriptions. Thread-safe. */
public final class OwnSubscriptions {
    private final SubscriptionStore subscriptions;
    private final SubscriptionIndex index;
    private final EndPointKeys keys;

    public OwnSubscriptions(
            SubscriptionStore subscriptions, SubscriptionIndex index, EndPointKeys keys) {
        this.subscriptions = subscriptions;
        this.index = index;
        this.keys = keys;
    }

    /** Every subscription of the caller, the oldest first. */
    public List<Subscription> of(AltinnToken caller) {
        return caller.identity().map(subscriptions::ofConsumer).orElse(List.of());
    }

    /**
     * One of the caller's subscriptions.
     *
     * @throws UnknownSubscription if there is none with this id
     * @throws NotYours if it is another consumer's
     */
    public Subscription find(AltinnToken caller, int id) {
        Subscription subscription = subscriptions.find(id).orElseThrow(UnknownSubscription::new);
        if (!caller.identity().equals(Optional.of(subscription.consumer()))) {
            throw new NotYours();
        }
        return subscription;
    }

    /**
     * Removes one of the caller's subscriptions.
     *
     * @throws UnknownSubscription if there is none with this id
     * @throws NotYours if it is another consumer's
     */
    public void remove(AltinnToken caller, int id) {
        Subscription subscription = find(caller, id);
        subscriptions.remove(id);
        index.changed(subscription);
        keys.forget(subscription);
    }
}
