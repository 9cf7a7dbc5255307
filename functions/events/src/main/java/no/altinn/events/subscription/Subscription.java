package no.altinn.events.subscription;

import no.altinn.events.webhook.places.Addressee;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A consumer's wish to get events.
 *
 * @param id 1 and up
 * @param endPoint where events are pushed; empty if the consumer fetches them
 * @param consumer who gets the events, for example {@code /org/ttd}; it is also who created it
 * @param created when it was first asked for
 * @param serving how it is served
 */
public record Subscription(
        int id,
        Optional<URI> endPoint,
        Filters filters,
        String consumer,
        Instant created,
        ValidationState validation,
        Serving serving) {

    /** A subscription to pushes that has been served in no special way yet. */
    public Subscription(
            int id,
            URI endPoint,
            Filters filters,
            String consumer,
            Instant created,
            ValidationState validation) {
        this(id, Optional.of(endPoint), filters, consumer, created, validation, Serving.NEW);
    }

    /** A subscription that is added now: one whose consumer fetches events needs no validation. */
    public static Subscription added(int id, NewSubscription wanted, Instant now) {
        return new Subscription(
                id,
                wanted.endPoint(),
                wanted.filters(),
                wanted.consumer(),
                now,
                wanted.endPoint().isPresent()
                        ? new ValidationState.Pending(1, now)
                        : new ValidationState.Validated(),
                Serving.NEW);
    }

    /** Whether its endpoint has answered, or none is needed, so that it gets events. */
    public boolean isValidated() {
        return validation instanceof ValidationState.Validated
                && !(serving.standing() instanceof Standing.Stopped)
                && keepsBounds();
    }

    /** Whether its consumer fetches the events. */
    public boolean isPulled() {
        return endPoint.isEmpty();
    }

    /**
     * Whom its calls are for.
     *
     * @throws java.util.NoSuchElementException if its consumer fetches the events
     */
    public Addressee addressee() {
        return new Addressee(id, consumer, endPoint.orElseThrow());
    }

    /** What happens to an event that it is to get now. */
    public Arrival arrival() {
        if (isPulled()) {
            return Arrival.READY;
        }
        boolean isHeld =
                serving.standing() instanceof Standing.Paused
                        || !(serving.breaker() instanceof Breaker.Closed);
        return isHeld ? Arrival.HELD : Arrival.DUE;
    }

    /** Where it is kept; some stores have to search for it. */
    public SubscriptionKey key() {
        return new SubscriptionKey(id, filters.resource(), "");
    }

    /** The same with its validation in another state. */
    public Subscription in(ValidationState state) {
        return new Subscription(id, endPoint, filters, consumer, created, state, serving);
    }

    /** The same served in another way. */
    public Subscription served(Serving other) {
        return new Subscription(id, endPoint, filters, consumer, created, validation, other);
    }

    /** How many characters its texts have. */
    int length() {
        return endPointText().length()
                + consumer.length()
                + filters.length()
                + serving.keys().length();
    }

    /**
     * Whether no text of it is too long. A subscription with a text that is too long was stored by
     * an earlier version: it is shown with the text cut, can be removed, and gets no events.
     */
    public boolean keepsBounds() {
        return TextBound.END_POINT.holds(endPointText()) && filters.keepBounds();
    }

    private String endPointText() {
        return endPoint.map(URI::toString).orElse("");
    }
}
