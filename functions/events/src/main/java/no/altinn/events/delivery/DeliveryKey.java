package no.altinn.events.delivery;

import no.altinn.events.event.EventKey;

/**
 * The identity of one event's delivery to one subscription; the same two always give the same key.
 *
 * @param id base64url SHA-256 of the event's document and the subscription
 */
public record DeliveryKey(int subscriptionId, String id) {
    /** The key of the delivery of an event to a subscription. */
    public static DeliveryKey of(EventKey event, int subscriptionId) {
        return new DeliveryKey(
                subscriptionId,
                EventKey.digest(
                        event.resource(), event.document(), Integer.toString(subscriptionId)));
    }
}
