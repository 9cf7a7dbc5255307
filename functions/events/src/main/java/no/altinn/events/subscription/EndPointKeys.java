package no.altinn.events.subscription;

/** What subscriptions' endpoints know this platform by. Implementations are thread-safe. */
public interface EndPointKeys {
    /**
     * Gives a subscription its first key, if it has none. If that cannot be done now, it is done
     * when the key is needed first.
     */
    void begin(Subscription subscription);

    /** Forgets what is kept besides the subscription, which has been removed. */
    void forget(Subscription subscription);
}
