package no.altinn.events.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventReader;
import no.altinn.events.event.EventStore;
import no.altinn.events.feed.FeedBatch;
import no.altinn.events.job.JobKind;
import no.altinn.events.statistics.CountedAttempts;
import no.altinn.events.statistics.MemoryStatistics;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class TelemetryTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final AttributeKey<Long> STATUS_CODE =
            AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    private static final DeliveryKey KEY = new DeliveryKey(7, "id");

    @RegisterExtension
    static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

    private final Meter meter = TELEMETRY.getOpenTelemetry().getMeter("test");

    @Test
    void acknowledgedEventsAreCounted() {
        EventStore store = mock();
        MeteredEventStore metered = new MeteredEventStore(store, meter);
        var event =
                EventReader.structured(
                        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"urn:s\",\"type\":\"t\","
                                + "\"resource\":\"urn:altinn:resource:r\"}");

        metered.append(List.of(event, event));

        verify(store).append(List.of(event, event));
        assertThat(sum("events.published")).isEqualTo(2);
    }

    @Test
    void eventsThatAreNotStoredAreNotCounted() {
        EventStore store = mock();
        doThrow(new Unavailable("away", null)).when(store).append(any());
        MeteredEventStore metered = new MeteredEventStore(store, meter);

        assertThatThrownBy(() -> metered.append(List.of())).isInstanceOf(Unavailable.class);

        assertThat(TELEMETRY.getMetrics()).isEmpty();
    }

    @Test
    void attemptsAreCountedByStatusAndDeadLettersToo() {
        DeliveryStore store = mock();
        when(store.record(any(), any(), any())).thenReturn(true);
        MeteredDeliveryStore metered =
                new MeteredDeliveryStore(
                        store,
                        new CountedAttempts(
                                new MemoryStatistics(), Clock.fixed(NOW, ZoneOffset.UTC)),
                        meter,
                        Clock.systemUTC());
        Attempt failed = new Attempt(12, NOW, Duration.ofMillis(1500), 503, "");

        metered.record(KEY, failed, new DeliveryState.Dead(NOW));

        verify(store).record(KEY, failed, new DeliveryState.Dead(NOW));
        assertThat(sum("deliveries.attempted")).isEqualTo(1);
        assertThat(metric("deliveries.attempted").getLongSumData().getPoints())
                .allMatch(p -> p.getAttributes().get(AttributeKey.longKey("status")) == 503);
        assertThat(sum("deliveries.dead")).isEqualTo(1);
        assertThat(metric("deliveries.duration").getHistogramData().getPoints())
                .singleElement()
                .satisfies(point -> assertThat(point.getSum()).isEqualTo(1.5));
    }

    @Test
    void aFetchedEventThatIsGivenUpIsCountedAsDeadAndNotAsACall() {
        DeliveryStore store = mock();
        when(store.conclude(any(), any(), any(), any())).thenReturn(true, true, false);
        MemoryStatistics statistics = new MemoryStatistics();
        CountedAttempts counted = new CountedAttempts(statistics, Clock.fixed(NOW, ZoneOffset.UTC));
        MeteredDeliveryStore metered =
                new MeteredDeliveryStore(store, counted, meter, Clock.systemUTC());
        DeliveryState.Locked lock = new DeliveryState.Locked(1, NOW, "token");
        Attempt attempt = new Attempt(1, NOW, Duration.ofMillis(1500), 0, "rejected");

        metered.conclude(KEY, lock, attempt, new DeliveryState.Dead(NOW));
        metered.conclude(KEY, lock, attempt, new DeliveryState.Ready(2, NOW));
        metered.conclude(KEY, lock, attempt, new DeliveryState.Dead(NOW));
        counted.writeAll();

        assertThat(sum("deliveries.dead")).isEqualTo(1);
        assertThat(TELEMETRY.getMetrics())
                .extracting(MetricData::getName)
                .doesNotContain("deliveries.attempted", "deliveries.duration");
        assertThat(statistics.since(7, NOW))
                .singleElement()
                .satisfies(
                        hour -> {
                            assertThat(hour.tally().failed()).isEqualTo(2);
                            assertThat(hour.tally().dead()).isEqualTo(1);
                        });
    }

    @Test
    void locksThatRanOutAreCounted() {
        MeteredLocks locks = new MeteredLocks(meter);

        locks.add();
        locks.add();

        assertThat(sum("pull.lock_lost")).isEqualTo(2);
    }

    @Test
    void stepsOfJobsAreCountedByKind() {
        JobSteps steps = new JobSteps(meter);

        steps.made(JobKind.REPLAY);
        steps.made(JobKind.REPLAY);
        steps.made(JobKind.RETRY);

        assertThat(metric("jobs.steps").getLongSumData().getPoints())
                .extracting(
                        point -> point.getAttributes().get(AttributeKey.stringKey("kind")),
                        LongPointData::getValue)
                .containsExactlyInAnyOrder(tuple("replay", 2L), tuple("retry", 1L));
    }

    @Test
    void howLateAnAttemptIsLookedAtIsMeasured() {
        DeliveryStore store = mock();
        DeliveryNotice notice = new DeliveryNotice(KEY, 1);
        Delivery due = Delivery.due(new EventKey("urn:a:b", "document"), "1", 7, "", NOW);
        when(store.announced(notice))
                .thenReturn(Optional.of(due))
                .thenReturn(Optional.of(due.in(new DeliveryState.Due(1, NOW.plusSeconds(60)))))
                .thenReturn(Optional.of(due.in(new DeliveryState.Delivered(NOW))))
                .thenReturn(Optional.empty());
        MeteredDeliveryStore metered =
                new MeteredDeliveryStore(
                        store,
                        new CountedAttempts(new MemoryStatistics(), Clock.systemUTC()),
                        meter,
                        Clock.fixed(NOW.plusMillis(1_500), ZoneOffset.UTC));

        for (int i = 0; i < 4; i++) {
            metered.announced(notice);
        }

        assertThat(metric("deliveries.lag").getHistogramData().getPoints())
                .singleElement()
                .satisfies(
                        point -> {
                            assertThat(point.getSum()).isEqualTo(1.5);
                            assertThat(point.getCount()).isEqualTo(2);
                        });
    }

    @Test
    void howLongEventsWaitedToBeRelayedIsMeasured() {
        RelayLag lag = new RelayLag(meter, Clock.fixed(NOW, ZoneOffset.UTC));

        lag.relayed(new FeedBatch(List.of(), Optional.of(NOW.minusSeconds(7)), 0));
        lag.relayed(new FeedBatch(List.of(), Optional.empty(), 0));

        assertThat(metric("events.relay.lag").getHistogramData().getPoints())
                .singleElement()
                .satisfies(point -> assertThat(point.getSum()).isEqualTo(7));
    }

    @Test
    void aCallToAnEndpointIsASpanThatTellsWhatCameOfIt() {
        List<Span> current = new ArrayList<>();
        TracedWebhook traced =
                new TracedWebhook(
                        (request, timeout) -> {
                            current.add(Span.current());
                            return WebhookReply.answered(503);
                        },
                        TELEMETRY.getOpenTelemetry().getTracer("test"));

        traced.post(
                WebhookRequest.of(URI.create("https://receiver.example/secret?key=1"), "{}")
                        .causedBy("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"),
                Duration.ofSeconds(1));

        assertThat(TELEMETRY.getSpans())
                .singleElement()
                .satisfies(
                        span -> {
                            assertThat(span.getSpanContext())
                                    .isEqualTo(current.get(0).getSpanContext());
                            assertThat(span.getName()).isEqualTo("webhook POST");
                            assertThat(span.getLinks())
                                    .extracting(link -> link.getSpanContext().getSpanId())
                                    .containsExactly("b7ad6b7169203331");
                            assertThat(span.getAttributes().asMap().values().toString())
                                    .doesNotContain("secret", "key=1");
                            assertThat(span.getStatus().getStatusCode())
                                    .isEqualTo(StatusCode.ERROR);
                            assertThat(span.getAttributes().get(STATUS_CODE)).isEqualTo(503);
                            assertThat(span.getAttributes().get(ERROR_TYPE)).isEqualTo("status");
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no trace", "00-0-0-01"})
    void aCallThatNoTraceHasCausedHasNoLink(String traceparent) {
        TracedWebhook traced =
                new TracedWebhook(
                        (request, timeout) -> WebhookReply.answered(200),
                        TELEMETRY.getOpenTelemetry().getTracer("test"));

        traced.post(
                WebhookRequest.of(URI.create("https://receiver.example/"), "{}")
                        .causedBy(traceparent),
                Duration.ofSeconds(1));

        assertThat(TELEMETRY.getSpans())
                .singleElement()
                .satisfies(span -> assertThat(span.getLinks()).isEmpty());
    }

    @Test
    void filtersThatCannotBeEvaluatedAreCounted() {
        MeteredFilterErrors errors = new MeteredFilterErrors(meter);

        errors.failed();
        errors.failed();

        assertThat(sum("filters.errors")).isEqualTo(2);
    }

    private static long sum(String name) {
        return metric(name).getLongSumData().getPoints().iterator().next().getValue();
    }

    private static MetricData metric(String name) {
        return TELEMETRY.getMetrics().stream()
                .filter(metric -> metric.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
