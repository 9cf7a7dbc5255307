package no.altinn.events.delivery;

/**
 * Tells that an attempt of a delivery is due. It carries no event: queue messages are smaller than
 * events may be.
 *
 * @param key which delivery
 * @param attempt which attempt of it; a notice of another one than the delivery waits for is void
 */
public record DeliveryNotice(DeliveryKey key, int attempt) {}
