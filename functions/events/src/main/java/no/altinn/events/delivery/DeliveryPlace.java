package no.altinn.events.delivery;

import java.time.Instant;

/**
 * Where a delivery stands among those of its subscription, which are in the order of their creation
 * and then of their ids.
 */
public record DeliveryPlace(Instant created, String id) implements Comparable<DeliveryPlace> {
    /** The place of a delivery. */
    public static DeliveryPlace of(Delivery delivery) {
        return new DeliveryPlace(delivery.created(), delivery.key().id());
    }

    @Override
    public int compareTo(DeliveryPlace other) {
        int byTime = created.compareTo(other.created);
        return byTime == 0 ? id.compareTo(other.id) : byTime;
    }
}
