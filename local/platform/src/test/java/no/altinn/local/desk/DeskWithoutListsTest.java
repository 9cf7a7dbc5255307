package no.altinn.local.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.DueNow;
import no.altinn.events.delivery.ExplainPush;
import no.altinn.events.delivery.PushPolicy;
import no.altinn.events.delivery.RetryQueue;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.local.backend.Backend;
import no.altinn.local.web.LocalServer;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;
import no.altinn.platform.register.Register;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** The desk over a backend that lists nothing, as Azure's does. */
class DeskWithoutListsTest {
    private static final Event EVENT = SampleEvent.of();

    private final MutableClock clock = MutableClock.at("2026-01-01T12:00:00Z");
    private final EventStore events = mock(EventStore.class);
    private final DeliveryStore deliveries = mock(DeliveryStore.class);
    private final LocalServer server =
            LocalServer.start(
                    Desk.handler(backend(), explain(), dueNow(), subscription -> {}, clock));

    @AfterEach
    void stop() {
        server.close();
    }

    private Backend backend() {
        Backend backend = mock(Backend.class);
        when(backend.overview()).thenReturn(Optional.empty());
        when(backend.events()).thenReturn(events);
        when(backend.deliveries()).thenReturn(deliveries);
        when(backend.subscriptions()).thenReturn(new FakeSubscriptionStore());
        return backend;
    }

    private SubscriptionIndex index() {
        return new SubscriptionIndex(new FakeSubscriptionStore(), clock);
    }

    private ExplainPush explain() {
        Register register = mock(Register.class);
        return new ExplainPush(
                new MatchSubscriptions(index(), register),
                new PushPolicy(new FakeDecisions(request -> true), new EventSubjects(register)),
                deliveries);
    }

    private DueNow dueNow() {
        return new DueNow(deliveries, mock(RetryQueue.class), clock);
    }

    private JsonNode read(String path) {
        return Json.parse(server.get(path).body());
    }

    @Test
    void thePageIsToldThatEventsAndSubscriptionsAreNotListed() {
        assertThat(read("/local/events").toString()).isEqualTo("{\"listed\":false,\"events\":[]}");
        assertThat(read("/local/subscriptions").toString())
                .isEqualTo("{\"listed\":false,\"subscriptions\":[]}");
    }

    @Test
    void deliveriesThatWaitAreListedAllTheSame() {
        Delivery waiting = Delivery.due(EVENT.key(), EVENT.id(), 1, "", clock.instant());
        when(deliveries.dueBefore(
                        clock.instant().plus(RetryQueue.LONGEST_DELAY),
                        DeliveryEndpoints.MOST_DELIVERIES))
                .thenReturn(List.of(waiting));

        JsonNode json = read("/local/deliveries");

        assertThat(json.path("listed").asBoolean()).isFalse();
        assertThat(json.path("waiting").findValuesAsText("id")).containsExactly(waiting.key().id());
        assertThat(json.path("newest")).isEmpty();
    }

    @Test
    void anEventIsFoundByItsKey() {
        when(events.find(EVENT.key())).thenReturn(Optional.of(EVENT));

        JsonNode json =
                read(
                        "/local/event?resource=%s&document=%s"
                                .formatted(EVENT.resource(), EVENT.key().document()));

        assertThat(json.path("event").asText()).isEqualTo(EVENT.json());
        assertThat(json.path("listed").asBoolean()).isFalse();
    }

    @Test
    void aStoreThatIsAwayIsToldAsSuch() {
        when(events.find(any())).thenThrow(new Unavailable("away", new IllegalStateException()));

        assertThat(server.get("/local/event?resource=r&document=d").statusCode()).isEqualTo(503);
    }
}
