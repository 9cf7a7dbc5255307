package no.altinn.events.delivery;

import no.altinn.events.event.EventKey;

import java.time.Instant;
import java.util.List;

/**
 * One event on its way to one subscription.
 *
 * @param eventId the event's own id, for people to read
 * @param created when the event was found to match
 * @param attempts those made so far, the first one first
 */
public record Delivery(
        DeliveryKey key,
        EventKey event,
        String eventId,
        Instant created,
        DeliveryState state,
        List<Attempt> attempts) {

    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /** A delivery whose first attempt is due now. */
    public static Delivery due(EventKey event, String eventId, int subscriptionId, Instant now) {
        return new Delivery(
                DeliveryKey.of(event, subscriptionId),
                event,
                eventId,
                now,
                new DeliveryState.Due(1, now),
                List.of());
    }
}
