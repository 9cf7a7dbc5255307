package no.altinn.events.signing;

import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.UnknownSubscription;

import java.util.function.UnaryOperator;

/** The rings in subscriptions. Thread-safe. */
public final class KeyRings {
    private final SubscriptionStore subscriptions;
    private final SubscriptionIndex index;

    public KeyRings(SubscriptionStore subscriptions, SubscriptionIndex index) {
        this.subscriptions = subscriptions;
        this.index = index;
    }

    /** A subscription's ring, as this copy of the subscription has it. */
    static KeyRing of(Subscription subscription) {
        return KeyRingText.read(subscription.serving().keys());
    }

    /**
     * Changes a subscription's ring on top of whatever others changed meanwhile. This process goes
     * by it from now on, every other one within five seconds.
     *
     * @param change may be asked again
     * @return the ring after the change
     * @throws UnknownSubscription if the subscription has been removed
     * @throws no.altinn.platform.client.Unavailable if the store cannot answer
     */
    KeyRing change(Subscription subscription, UnaryOperator<KeyRing> change) {
        Subscription changed =
                subscriptions
                        .change(subscription.key(), now -> with(now, change.apply(of(now))))
                        .orElseThrow(UnknownSubscription::new);
        index.changed(changed);
        return of(changed);
    }

    private static Subscription with(Subscription subscription, KeyRing ring) {
        return subscription.served(subscription.serving().withKeys(KeyRingText.of(ring)));
    }
}
