package no.altinn.events.delivery;

import no.altinn.events.event.EventStore;
import no.altinn.events.subscription.Subscription;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lets consumers see the deliveries of their subscriptions. Thread-safe. */
public final class OwnDeliveries {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** How many events with one id are looked at; ids of one source differ. */
    private static final int SAME_ID = 100;

    private final DeliveryStore deliveries;
    private final EventStore events;

    public OwnDeliveries(DeliveryStore deliveries, EventStore events) {
        this.deliveries = deliveries;
        this.events = events;
    }

    /**
     * One delivery of a subscription.
     *
     * @throws UnknownDelivery if the subscription has none with this id
     */
    public Delivery find(Subscription subscription, String id) {
        return Optional.of(id)
                .filter(text -> ID.matcher(text).matches())
                .flatMap(text -> deliveries.find(new DeliveryKey(subscription.id(), text)))
                .orElseThrow(UnknownDelivery::new);
    }

    /**
     * Deliveries of a subscription in the order of the search.
     *
     * @param eventId of the events with this id alone; empty for every event
     * @param limit the most to return, 1 to 1 000
     */
    public List<Delivery> search(
            Subscription subscription, DeliverySearch search, Optional<String> eventId, int limit) {
        return eventId.map(id -> ofEvent(subscription, search, id, limit))
                .orElseGet(() -> deliveries.search(search, limit));
    }

    /** No index leads from an event's id to its deliveries, but their keys follow from it. */
    private List<Delivery> ofEvent(
            Subscription subscription, DeliverySearch search, String eventId, int limit) {
        Comparator<Delivery> oldestFirst = Comparator.comparing(DeliveryPlace::of);
        return events.withId(subscription.filters().resource(), eventId, SAME_ID).stream()
                .map(event -> DeliveryKey.of(event, subscription.id()))
                .flatMap(key -> deliveries.find(key).stream())
                .filter(search::wants)
                .sorted(search.isOldestFirst() ? oldestFirst : oldestFirst.reversed())
                .limit(limit)
                .toList();
    }

    /**
     * Erases the beginnings of answers that a delivery keeps; durable when it returns.
     *
     * @throws UnknownDelivery if the subscription has none with this id
     */
    public void eraseResponses(Subscription subscription, String id) {
        deliveries.eraseResponses(find(subscription, id).key());
    }
}
