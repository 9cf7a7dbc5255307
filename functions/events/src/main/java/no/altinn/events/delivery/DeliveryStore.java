package no.altinn.events.delivery;

import no.altinn.platform.client.Unavailable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is owed to subscribers, and what came of it; kept for 90 days. Every method throws {@link
 * Unavailable} when the store cannot answer. Implementations are thread-safe and pass {@code
 * DeliveryStoreContract}.
 */
public interface DeliveryStore {
    /**
     * Creates those that are not there yet; the others stay as they are. Durable when it returns.
     *
     * @return those that were created, in the order given
     */
    List<Delivery> create(List<Delivery> deliveries);

    /** The delivery with this key, with all its attempts. */
    Optional<Delivery> find(DeliveryKey key);

    /**
     * Adds an attempt and, if the delivery waits for this very attempt, moves it to the state that
     * follows; both or neither, durable when it returns. Of two attempts with the same number that
     * were made at the same time, the later one is kept but moves nothing. Without such a delivery
     * nothing happens: its 90 days are over.
     *
     * @return whether it was moved
     */
    boolean record(DeliveryKey key, Attempt attempt, DeliveryState next);

    /**
     * Moves the delivery to another state without an attempt; durable when it returns.
     *
     * @param from the state in which it must be; in any other it stays as it is
     * @return whether it was moved
     */
    boolean move(DeliveryKey key, DeliveryState from, DeliveryState next);

    /**
     * Deliveries that were due before the instant, the longest overdue first.
     *
     * @param limit the most to return, 1 to 1 000
     */
    List<Delivery> dueBefore(Instant instant, int limit);

    /**
     * Deliveries of one subscription that are dead, the newest event first.
     *
     * @param limit the most to return, 1 to 1 000
     */
    List<Delivery> dead(int subscriptionId, int limit);
}
