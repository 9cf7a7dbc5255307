package no.altinn.events.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;

import no.altinn.events.delivery.CancelReason;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Held;
import no.altinn.events.delivery.FakeDeliveryStore;
import no.altinn.events.event.Event;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.statistics.CountedAttempts;
import no.altinn.events.statistics.MemoryStatistics;
import no.altinn.events.subscription.Breaker;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.PauseReason;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is counted of how subscriptions are served. */
class ServingMetricsTest {
    private static final Instant NOW = SampleSubscription.CREATED;
    private static final Event EVENT = SampleEvent.of();

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private final FakeSubscriptionStore subscriptions = new FakeSubscriptionStore();
    private MeteredSubscriptionStore metered;
    private MeteredDeliveryStore deliveries;

    /** Not before: what was measured until then is forgotten, with what measured it. */
    @BeforeEach
    void measure() {
        Meter meter = TELEMETRY.getOpenTelemetry().getMeter("test");
        metered = new MeteredSubscriptionStore(subscriptions, meter);
        deliveries =
                new MeteredDeliveryStore(
                        new FakeDeliveryStore(),
                        new CountedAttempts(new MemoryStatistics(), Clock.systemUTC()),
                        meter,
                        Clock.systemUTC());
    }

    private Map<String, Long> counted(String metric, String attribute) {
        return TELEMETRY.getMetrics().stream()
                .filter(one -> one.getName().equals(metric))
                .flatMap(one -> one.getLongSumData().getPoints().stream())
                .collect(
                        Collectors.toMap(
                                point ->
                                        String.valueOf(
                                                point.getAttributes()
                                                        .get(AttributeKey.stringKey(attribute))),
                                LongPointData::getValue));
    }

    private void serve(Serving serving) {
        Subscription subscription = subscriptions.find(7).orElseThrow();
        metered.change(subscription.key(), before -> before.served(serving));
    }

    @Test
    void everyTransitionOfABreakerIsCountedByItsEnd() {
        subscriptions.put(SampleSubscription.of(7, SampleSubscription.filters().build()));

        serve(Serving.NEW.with(new Breaker.Open(NOW, 1)));
        serve(Serving.NEW.with(new Breaker.Open(NOW.plusSeconds(1), 1)));
        serve(Serving.NEW.with(new Breaker.HalfOpen(NOW, 1)));
        serve(Serving.NEW.with(new Breaker.Open(NOW, 2)));
        serve(Serving.NEW);

        assertThat(counted("breaker.transitions", "to"))
                .isEqualTo(Map.of("open", 2L, "half-open", 1L, "closed", 1L));
    }

    @Test
    void everyPauseIsCountedByItsReason() {
        subscriptions.put(SampleSubscription.of(7, SampleSubscription.filters().build()));

        serve(Serving.NEW.with(new Standing.Paused(PauseReason.OWNER, NOW)));
        serve(Serving.NEW.with(new Standing.Paused(PauseReason.OWNER, NOW)));
        serve(Serving.NEW);
        serve(Serving.NEW.with(new Standing.Paused(PauseReason.FAILING, NOW)));
        serve(Serving.NEW.with(new Standing.Stopped(NOW)));

        assertThat(counted("subscriptions.paused", "reason"))
                .isEqualTo(Map.of("owner", 1L, "failing", 1L));
    }

    @Test
    void whatIsHeldIsCountedWhetherItIsNewOrWasDue() {
        Delivery held = delivery(1, new Held(1, NOW));
        Delivery due = delivery(2, new DeliveryState.Due(1, NOW));

        deliveries.create(List.of(held, due));
        deliveries.create(List.of(held));
        deliveries.move(due.key(), due.state(), new Held(1, NOW));
        deliveries.move(due.key(), due.state(), new Held(1, NOW));

        assertThat(counted("deliveries.held", "none")).isEqualTo(Map.of("null", 2L));
    }

    @Test
    void whatIsCancelledIsCountedByItsReason() {
        Delivery first = delivery(1, new Held(1, NOW));
        Delivery second = delivery(2, new Held(1, NOW));
        deliveries.create(List.of(first, second));

        deliveries.move(first.key(), first.state(), new Cancelled(NOW, CancelReason.DISCARDED));
        deliveries.change(second, second.in(new Cancelled(NOW, CancelReason.NOT_PERMITTED)));
        deliveries.change(second, second.in(new Cancelled(NOW, CancelReason.STOPPED)));

        assertThat(counted("deliveries.cancelled", "reason"))
                .isEqualTo(Map.of("discarded", 1L, "not-permitted", 1L));
    }

    private static Delivery delivery(int subscription, DeliveryState state) {
        return Delivery.of(EVENT.key(), EVENT.id(), EVENT.type(), subscription, "", state, NOW);
    }
}
