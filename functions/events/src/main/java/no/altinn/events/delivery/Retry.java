package no.altinn.events.delivery;

import no.altinn.events.event.EventKey;
import no.altinn.events.subscription.SubscriptionKey;

/** A piece of work for later. */
public sealed interface Retry {
    /** Another attempt of a delivery. */
    record OfDelivery(DeliveryNotice notice) implements Retry {}

    /**
     * Another try to find out who gets an event.
     *
     * @param attempt how many tries have failed, 0 and up
     * @param piece the subscriptions to look at
     */
    record OfRelay(EventKey event, int attempt, Piece piece) implements Retry {
        /** Another try for every subscription. */
        public OfRelay(EventKey event, int attempt) {
            this(event, attempt, Piece.ALL);
        }
    }

    /** Another try to reach a new subscription's endpoint. */
    record OfValidation(int subscriptionId, int attempt) implements Retry {}

    /**
     * Another try of an endpoint that is left alone since it fails.
     *
     * @param subscription where it is kept
     */
    record OfProbe(SubscriptionKey subscription) implements Retry {}

    /**
     * The next step of a job of a consumer.
     *
     * @param jobId at most 64 characters
     */
    record OfJob(int subscriptionId, String jobId) implements Retry {}
}
