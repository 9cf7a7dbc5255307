package no.altinn.events.subscription;

import java.time.Clock;
import java.util.Optional;

/**
 * Adds subscriptions, up to a limit for each consumer. The count and the adding are two steps:
 * requests that a consumer sends at the same time may each see the last free place, and go over the
 * limit by as many as they are. Thread-safe.
 */
public final class AddSubscription {
    private final SubscriptionStore subscriptions;
    private final int most;
    private final Clock clock;

    /**
     * Adds to a store.
     *
     * @param most the most subscriptions of one consumer, 1 and up
     */
    public AddSubscription(SubscriptionStore subscriptions, int most, Clock clock) {
        this.subscriptions = subscriptions;
        this.most = most;
        this.clock = clock;
    }

    /**
     * Adds a subscription, or finds the one that the same consumer already has with the same
     * filters and endpoint, which the limit does not concern.
     *
     * @throws InvalidSubscription if the consumer has as many as it may have
     */
    Subscription add(NewSubscription wanted) {
        // Most requests repeat an earlier one: finding it costs less than a count.
        Optional<Subscription> existing = subscriptions.find(wanted);
        if (existing.isPresent()) {
            return existing.get();
        }
        if (subscriptions.count(wanted.consumer()) >= most) {
            throw new InvalidSubscription(
                    "A caller may have at most %d subscriptions. Remove one before you add another."
                            .formatted(most));
        }
        return subscriptions.add(wanted, clock.instant());
    }
}
