package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.event.Event;
import no.altinn.events.event.FakeEvents;
import no.altinn.events.event.TestEvents;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

class OwnDeliveriesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final FakeEvents events = new FakeEvents(MutableClock.at(NOW));
    private final FakeDeliveryStore deliveries = new FakeDeliveryStore();
    private final OwnDeliveries own = new OwnDeliveries(deliveries, events);
    private final Subscription subscription =
            SampleSubscription.of(7, Filters.onResource(TestEvents.RESOURCE).build());

    private Delivery delivered(String id, String source, int seconds) {
        Event event = TestEvents.event(id, Map.of("source", source));
        events.append(List.of(event));
        Delivery delivery = Delivery.due(event.key(), event.id(), 7, "", NOW.plusSeconds(seconds));
        deliveries.create(List.of(delivery));
        return delivery;
    }

    @Test
    void deliveriesOfEventsWithOneIdAreListedTheNewestFirst() {
        Delivery first = delivered("1", "urn:a", 0);
        delivered("2", "urn:a", 1);
        Delivery second = delivered("1", "urn:b", 2);
        DeliverySearch all = DeliverySearch.newest(7);

        assertThat(own.search(subscription, all, Optional.of("1"), 10))
                .containsExactly(second, first);
        assertThat(own.search(subscription, all, Optional.of("1"), 1)).containsExactly(second);
        assertThat(
                        own.search(
                                subscription,
                                all.after(DeliveryPlace.of(second)),
                                Optional.of("1"),
                                10))
                .containsExactly(first);
        assertThat(own.search(subscription, all, Optional.of("3"), 10)).isEmpty();
    }

    @Test
    void theOtherFiltersHoldForAnEventsDeliveriesToo() {
        Delivery due = delivered("1", "urn:a", 0);
        Delivery dead = delivered("1", "urn:b", 1);
        deliveries.move(dead.key(), dead.state(), new Dead(NOW));

        assertThat(
                        own.search(
                                subscription,
                                DeliverySearch.newest(7, DeliveryStatus.DUE),
                                Optional.of("1"),
                                10))
                .containsExactly(due);
        assertThat(
                        own.search(
                                subscription,
                                DeliverySearch.newest(7)
                                        .created(Optional.of(NOW.plusSeconds(1)), Optional.empty()),
                                Optional.of("1"),
                                10))
                .extracting(Delivery::key)
                .containsExactly(dead.key());
    }

    @Test
    void anEventThatWasNotDeliveredToThisSubscriptionIsNotListed() {
        Event event = TestEvents.event("1");
        events.append(List.of(event));
        deliveries.create(List.of(Delivery.due(event.key(), event.id(), 8, "", NOW)));

        assertThat(own.search(subscription, DeliverySearch.newest(7), Optional.of("1"), 10))
                .isEmpty();
    }

    @Test
    void noMoreThanAHundredEventsWithOneIdAreLookedAt() {
        IntStream.range(0, 105).forEach(i -> delivered("1", "urn:a:" + i, i));

        assertThat(own.search(subscription, DeliverySearch.newest(7), Optional.of("1"), 1_000))
                .hasSize(100);
    }
}
