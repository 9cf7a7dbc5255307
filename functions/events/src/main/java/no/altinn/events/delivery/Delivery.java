package no.altinn.events.delivery;

import no.altinn.events.event.EventKey;
import no.altinn.events.subscription.SubscriptionKey;

import java.time.Instant;
import java.util.List;

/**
 * One event on its way to one subscription.
 *
 * @param eventId the event's own id, for people to read
 * @param fingerprint the subscription's, by which its store finds it at once; empty if the store
 *     needs none, and in deliveries that earlier releases have stored
 * @param created when the event was found to match
 * @param attempts those made so far, the first one first
 */
public record Delivery(
        DeliveryKey key,
        EventKey event,
        String eventId,
        String fingerprint,
        Instant created,
        DeliveryState state,
        List<Attempt> attempts) {

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /**
     * A delivery whose first attempt is due now.
     *
     * @param fingerprint the subscription's; empty if its store needs none
     */
    public static Delivery due(
            EventKey event, String eventId, int subscriptionId, String fingerprint, Instant now) {
        return new Delivery(
                DeliveryKey.of(event, subscriptionId),
                event,
                eventId,
                fingerprint,
                now,
                new DeliveryState.Due(1, now),
                List.of());
    }

    /** Where its subscription is kept. A subscription's resource is that of its events. */
    public SubscriptionKey subscription() {
        return new SubscriptionKey(key.subscriptionId(), event.resource(), fingerprint);
    }
}
