package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.event.Event;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.local.overview.Overview;
import no.altinn.local.overview.RegisteredEvent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.URI;
import java.time.Duration;
import java.util.List;

class SqliteOverviewTest {
    @RegisterExtension final OpenStores open = new OpenStores();

    private Overview overview() {
        return open.stores().overview().orElseThrow();
    }

    private Subscription subscribe(String resource, String endPoint) {
        return open.stores()
                .subscriptions()
                .add(
                        new NewSubscription(
                                URI.create(endPoint),
                                Filters.onResource(resource).build(),
                                "/org/ttd"),
                        open.clock().instant());
    }

    @Test
    void theNewestEventsComeFirstWithTheTimeOfTheirRegistration() {
        for (String id : List.of("1", "2", "3")) {
            open.stores().events().append(List.of(SampleEvent.of("id", id)));
            open.clock().advance(Duration.ofSeconds(1));
        }

        List<RegisteredEvent> newest = overview().events(2);

        assertThat(newest).extracting(one -> one.event().id()).containsExactly("3", "2");
        assertThat(newest.get(0).registered())
                .isEqualTo(open.clock().instant().minus(Duration.ofSeconds(1)));
    }

    @Test
    void largeEventsMakeTheListShorter() {
        String large = "x".repeat(900_000);
        for (int i = 0; i < 12; i++) {
            open.stores().events().append(List.of(SampleEvent.of("id", "" + i, "data", large)));
        }

        assertThat(overview().events(50)).hasSizeBetween(9, 11);
    }

    @Test
    void theNewestSubscriptionsComeFirstAndThoseOnAResourceBeforeThem() {
        Subscription first = subscribe("urn:altinn:resource:a", "https://a.example/1");
        Subscription second = subscribe("urn:altinn:resource:b", "https://a.example/2");
        Subscription third = subscribe("urn:altinn:resource:c", "https://a.example/3");

        assertThat(overview().subscriptions(2)).containsExactly(third, second);
        assertThat(overview().subscriptionsNear("urn:altinn:resource:a", 2))
                .containsExactly(first, third);
    }

    @Test
    void theNewestDeliveriesComeFirst() {
        Event event = SampleEvent.of();
        List<Delivery> deliveries =
                List.of(1, 2, 3).stream()
                        .map(
                                id ->
                                        Delivery.due(
                                                event.key(),
                                                event.id(),
                                                id,
                                                "",
                                                open.clock().instant()))
                        .toList();
        open.stores().deliveries().create(deliveries);

        assertThat(overview().deliveries(2)).containsExactly(deliveries.get(2), deliveries.get(1));
    }
}
