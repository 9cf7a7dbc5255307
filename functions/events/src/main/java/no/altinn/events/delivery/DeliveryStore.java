package no.altinn.events.delivery;

import no.altinn.platform.client.Unavailable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps deliveries and their attempts for 90 days. Every method throws {@link Unavailable} when the
 * store cannot answer. Implementations are thread-safe and pass {@code DeliveryStoreContract}.
 */
public interface DeliveryStore {
    /**
     * Creates each delivery whose key is new. A delivery that exists stays as it is. Durable when
     * it returns.
     *
     * @return the created deliveries, in the order given
     */
    List<Delivery> create(List<Delivery> deliveries);

    /** The delivery with this key in its newest state, with all its attempts. */
    Optional<Delivery> find(DeliveryKey key);

    /**
     * The notice's delivery. Before a first attempt a store may answer what it knew a moment ago,
     * which costs less: nothing but that attempt has changed the delivery since.
     */
    Optional<Delivery> announced(DeliveryNotice notice);

    /**
     * Adds an attempt. If the delivery waits for this very attempt, the store also moves it to the
     * next state. Both happen or neither does; durable when it returns.
     *
     * <p>The answers of the last {@link Attempt#MOST_RESPONSES} attempts are kept; that of the one
     * before them is erased.
     *
     * <p>When two attempts with the same number were made at the same time, the store keeps both,
     * and only the first moves the delivery. When the delivery's 90 days are over, nothing happens.
     *
     * @return whether the delivery was moved
     */
    boolean record(DeliveryKey key, Attempt attempt, DeliveryState next);

    /**
     * Moves the delivery to another state without an attempt; durable when it returns.
     *
     * @param from the state that the delivery must have; in any other state it stays as it is
     * @return whether the delivery was moved
     */
    boolean move(DeliveryKey key, DeliveryState from, DeliveryState next);

    /**
     * Ends a lock with what became of the event. The store adds the attempt and moves the delivery;
     * both happen or neither does; durable when it returns.
     *
     * @param lock the state that the delivery must have; in any other state it stays as it is
     * @return whether the delivery was moved
     */
    boolean conclude(
            DeliveryKey key, DeliveryState.Locked lock, Attempt attempt, DeliveryState next);

    /**
     * Deliveries that were due before the instant, the longest overdue first.
     *
     * @param limit the most to return, 1 to 1 000
     */
    List<Delivery> dueBefore(Instant instant, int limit);

    /**
     * Changes the state, round, job and permission of a delivery together; durable when it returns.
     * Its attempts stay as they are.
     *
     * @param before as the caller found it; if the delivery has another state now, it stays as it
     *     is
     * @return whether the delivery was changed
     */
    boolean change(Delivery before, Delivery after);

    /** Erases the beginnings of answers that the delivery's attempts keep; durable then. */
    void eraseResponses(DeliveryKey key);

    /**
     * Deliveries of one subscription in the order of the search. A search for what has waited may
     * be answered by what the store knew a moment ago, which costs less.
     *
     * @param limit the most to return, 1 to 1 000
     */
    List<Delivery> search(DeliverySearch search, int limit);

    /**
     * How many deliveries of one subscription are in a state.
     *
     * @param most where the store may stop to count, 1 to 1 000 000
     */
    int count(int subscriptionId, DeliveryStatus status, int most);
}
