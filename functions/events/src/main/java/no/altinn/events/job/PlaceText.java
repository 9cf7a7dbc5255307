package no.altinn.events.job;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryPlace;
import no.altinn.events.delivery.DeliverySearch;

import java.time.Instant;
import java.util.List;

/** The cursor of jobs that go through deliveries: the place of the last one. */
final class PlaceText {
    private static final char BETWEEN = ' ';

    private PlaceText() {}

    static String of(Delivery delivery) {
        return delivery.created().toString() + BETWEEN + delivery.key().id();
    }

    /** The search that goes on behind a cursor. */
    static DeliverySearch behind(DeliverySearch search, String cursor) {
        if (cursor.isEmpty()) {
            return search;
        }
        int end = cursor.indexOf(BETWEEN);
        return search.after(
                new DeliveryPlace(
                        Instant.parse(cursor.substring(0, end)), cursor.substring(end + 1)));
    }

    /** The cursor behind deliveries; the one before if there are none. */
    static String behind(List<Delivery> deliveries, String before) {
        return deliveries.isEmpty() ? before : of(deliveries.get(deliveries.size() - 1));
    }
}
