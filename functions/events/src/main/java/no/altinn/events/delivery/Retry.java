package no.altinn.events.delivery;

import no.altinn.events.event.EventKey;
import no.altinn.events.subscription.SubscriptionKey;

import java.time.Instant;
import java.util.Optional;

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
     * A look at the deliveries of a subscription that are held.
     *
     * @param subscription where it is kept
     * @param discardUntil what is held since then or longer is cancelled
     */
    record OfRelease(SubscriptionKey subscription, Look look, Optional<Instant> discardUntil)
            implements Retry {
        /** Which look of a release it is. */
        public enum Look {
            /** One besides the others; none follows it. */
            NOW,
            /** Another follows it. */
            SOON,
            /** Another follows it if there is more to release. */
            LAST
        }

        OfRelease as(Look other) {
            return new OfRelease(subscription, other, discardUntil);
        }
    }

    /**
     * The next step of a job of a consumer.
     *
     * @param jobId at most 64 characters
     */
    record OfJob(int subscriptionId, String jobId) implements Retry {}
}
