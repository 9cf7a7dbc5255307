package no.altinn.events.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which deliveries of a subscription are wanted, and in which order. Immutable.
 *
 * @param statuses those that count; empty for all
 * @param from created then or later
 * @param to created before then
 * @param after the last delivery that was seen before: the search goes on behind it
 * @param isOldestFirst otherwise the newest comes first
 * @param waitedUntil those alone that wait until then or earlier; for held, ready and locked ones
 */
public record DeliverySearch(
        int subscriptionId,
        Set<DeliveryStatus> statuses,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<DeliveryPlace> after,
        boolean isOldestFirst,
        Optional<Instant> waitedUntil) {

    public DeliverySearch {
        statuses = Set.copyOf(statuses);
    }

    /** Deliveries however long they wait. */
    public DeliverySearch(
            int subscriptionId,
            Set<DeliveryStatus> statuses,
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<DeliveryPlace> after,
            boolean isOldestFirst) {
        this(subscriptionId, statuses, from, to, after, isOldestFirst, Optional.empty());
    }

    /** Deliveries in some states, or in any if none is named, the newest first. */
    public static DeliverySearch newest(int subscriptionId, DeliveryStatus... statuses) {
        return new DeliverySearch(
                subscriptionId,
                Set.of(statuses),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** Deliveries in some states, or in any if none is named, the oldest first. */
    public static DeliverySearch oldest(int subscriptionId, DeliveryStatus... statuses) {
        return new DeliverySearch(
                subscriptionId,
                Set.of(statuses),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    /** The same for deliveries that were created in a period. */
    public DeliverySearch created(Optional<Instant> since, Optional<Instant> until) {
        return new DeliverySearch(
                subscriptionId, statuses, since, until, after, isOldestFirst, waitedUntil);
    }

    /** The same behind a delivery that was seen before. */
    public DeliverySearch after(DeliveryPlace place) {
        return new DeliverySearch(
                subscriptionId, statuses, from, to, Optional.of(place), isOldestFirst, waitedUntil);
    }

    /** The same for deliveries that are ready, held or locked until then or earlier. */
    public DeliverySearch waitedUntil(Instant instant) {
        return new DeliverySearch(
                subscriptionId, statuses, from, to, after, isOldestFirst, Optional.of(instant));
    }

    /** Whether a delivery is among those wanted. */
    public boolean wants(Delivery delivery) {
        return delivery.key().subscriptionId() == subscriptionId
                && (statuses.isEmpty() || statuses.contains(delivery.state().status()))
                && from.filter(delivery.created()::isBefore).isEmpty()
                && to.filter(end -> !delivery.created().isBefore(end)).isEmpty()
                && after.filter(place -> !isBehind(DeliveryPlace.of(delivery), place)).isEmpty()
                && waitedUntil.filter(delivery.state().at()::isAfter).isEmpty();
    }

    private boolean isBehind(DeliveryPlace one, DeliveryPlace other) {
        return isOldestFirst ? one.compareTo(other) > 0 : one.compareTo(other) < 0;
    }
}
