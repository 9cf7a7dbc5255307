package no.altinn.events.subscription;

import no.altinn.platform.client.Unavailable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Who wants which events. Every method throws {@link Unavailable} when the store cannot answer.
 * Texts that are too long are read as {@link TextBound} cuts them. Implementations are thread-safe
 * and pass {@code SubscriptionStoreContract}.
 */
public interface SubscriptionStore {
    /**
     * Adds a subscription with the next free id (1 and up, never used again), or finds the one that
     * the same consumer already has with the same filters and endpoint, as it is.
     *
     * @param now when it is asked for; the first validation of a new one that needs any is due then
     */
    Subscription add(NewSubscription subscription, Instant now);

    /** The subscription that {@link #add} would find; empty when it would add one. */
    Optional<Subscription> find(NewSubscription wanted);

    /** The subscription with this id. */
    Optional<Subscription> find(int id);

    /**
     * The subscription of this key, by a point read if the key has a fingerprint. A subscription
     * that was removed and added again has another key.
     */
    Optional<Subscription> find(SubscriptionKey key);

    /** Every subscription of a consumer, the oldest first. */
    List<Subscription> ofConsumer(String consumer);

    /** How many subscriptions a consumer has. */
    int count(String consumer);

    /**
     * The interests of the validated subscriptions on a resource (in lower case), the oldest
     * subscription first. The subscriptions themselves are never in memory all together.
     */
    List<Interest> validatedFor(String resource);

    /**
     * Moves the validation on, if it still is where it was.
     *
     * @return whether it was moved
     */
    boolean moveValidation(int id, ValidationState from, ValidationState to);

    /** Sets how far the validation has come; empty when there is no such subscription. */
    Optional<Subscription> setValidation(int id, ValidationState state);

    /**
     * Changes a subscription on top of whatever others changed meanwhile; durable when it returns.
     *
     * @param change gives the subscription with its validation or its serving changed, or the same
     *     one to leave it; it may be asked again, and the store keeps nothing else that it changes
     * @return the subscription after the change; empty when there is none of this key
     * @throws Unavailable also if others change it again and again
     */
    Optional<Subscription> change(SubscriptionKey key, UnaryOperator<Subscription> change);

    /**
     * Subscriptions with higher ids than this one, the lowest first.
     *
     * @param id 0 to begin
     * @param limit the most to return, 1 to 1 000
     */
    List<Subscription> after(int id, int limit);

    /**
     * Subscriptions whose endpoint was to be tried before the instant, since it is left alone; the
     * longest overdue first.
     *
     * @param limit the most to return, 1 to 1 000
     */
    List<Subscription> probeDueBefore(Instant instant, int limit);

    /**
     * Subscriptions whose validation was due before the instant, the longest overdue first.
     *
     * @param limit the most to return, 1 to 1 000
     */
    List<Subscription> validationDueBefore(Instant instant, int limit);

    /** Removes it; whether it was there. */
    boolean remove(int id);
}
