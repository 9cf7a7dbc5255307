package no.altinn.events.delivery;

/**
 * Announces that an attempt of a delivery is due. It carries no event, because an event may be
 * larger than a queue message.
 *
 * @param key which delivery
 * @param attempt which attempt of the delivery; void unless the delivery waits for it
 */
public record DeliveryNotice(DeliveryKey key, int attempt) {}
