package no.altinn.events.subscription;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Changes subscriptions on top of what others changed, and keeps the memory of this process up to
 * date. Thread-safe.
 */
public final class ChangeServing {
    private final SubscriptionStore subscriptions;
    private final SubscriptionIndex index;

    public ChangeServing(SubscriptionStore subscriptions, SubscriptionIndex index) {
        this.subscriptions = subscriptions;
        this.index = index;
    }

    /** A subscription before and after a change; both are equal if nothing was changed. */
    public record Change(Subscription before, Subscription after) {
        /** Whether anything is different now. */
        public boolean isMade() {
            return !before.equals(after);
        }
    }

    /**
     * Makes a change, if there is a subscription of this key.
     *
     * @param change may be asked again
     * @throws no.altinn.platform.client.Unavailable if the store cannot answer
     */
    public Optional<Change> make(SubscriptionKey key, UnaryOperator<Subscription> change) {
        AtomicReference<Subscription> before = new AtomicReference<>();
        return subscriptions
                .change(
                        key,
                        found -> {
                            before.set(found);
                            return change.apply(found);
                        })
                .map(after -> remembered(new Change(before.get(), after)));
    }

    private Change remembered(Change change) {
        if (isMatchedDifferently(change)) {
            index.changed(change.after());
        } else if (change.isMade()) {
            index.served(change.after());
        }
        return change;
    }

    /**
     * A breaker opens and closes often, and a resource may have many subscriptions that would all
     * be read again. So matching sees that as late as in other processes.
     */
    private static boolean isMatchedDifferently(Change change) {
        return !change.before().serving().standing().equals(change.after().serving().standing())
                || change.before().isValidated() != change.after().isValidated();
    }
}
