package no.altinn.events.subscription;

import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.http.Problem;

import java.util.List;
import java.util.Optional;

/** Lets those who made subscriptions see and remove them. Thread-safe. */
public final class OwnSubscriptions {
    private final SubscriptionStore subscriptions;
    private final SubscriptionIndex index;

    public OwnSubscriptions(SubscriptionStore subscriptions, SubscriptionIndex index) {
        this.subscriptions = subscriptions;
        this.index = index;
    }

    /** Every subscription of the caller, the oldest first. */
    public List<Subscription> of(AltinnToken caller) {
        return caller.identity().map(subscriptions::ofConsumer).orElse(List.of());
    }

    /**
     * One of the caller's subscriptions.
     *
     * @throws Problem 404 if there is none with this id, 403 if it is somebody else's
     */
    public Subscription find(AltinnToken caller, int id) {
        Subscription subscription = subscriptions.find(id).orElseThrow(() -> Problem.empty(404));
        if (!caller.identity().equals(Optional.of(subscription.consumer()))) {
            throw Problem.empty(403);
        }
        return subscription;
    }

    /**
     * Removes one of the caller's subscriptions.
     *
     * @throws Problem as {@link #find}
     */
    public void remove(AltinnToken caller, int id) {
        Subscription subscription = find(caller, id);
        subscriptions.remove(id);
        index.changed(subscription);
    }
}
