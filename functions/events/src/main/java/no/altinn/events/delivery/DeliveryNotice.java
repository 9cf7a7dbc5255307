package no.altinn.events.delivery;

/**
 * Announces that an attempt of a delivery is due. It carries no event, because an event may be
 * larger than a queue message.
 *
 * @param key which delivery
 * @param attempt which attempt of the delivery; void unless the delivery waits for it
 * @param isPlaced whether the attempt has its turn among those of an endpoint that takes so many a
 *     minute
 */
public record DeliveryNotice(DeliveryKey key, int attempt, boolean isPlaced) {
    /** An attempt that has no turn of its own. */
    public DeliveryNotice(DeliveryKey key, int attempt) {
        this(key, attempt, false);
    }

    /** The same attempt, which has its turn. */
    DeliveryNotice placed() {
        return new DeliveryNotice(key, attempt, true);
    }
}
