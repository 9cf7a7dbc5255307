package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.PlainRequests;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.webhook.EndPointCaller;
import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.places.Concurrency;
import no.altinn.events.webhook.places.EndPointPlaces;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.time.RetrySchedule;
import no.altinn.testing.log.CapturedLog;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What the log tells of each attempt, and of the next. */
class AttemptLineTest {
    private static final Instant NOW = SampleSubscription.CREATED;
    private static final Event EVENT = SampleEvent.of("id", "permit 1");
    private static final Delivery DELIVERY = Delivery.due(EVENT.key(), EVENT.id(), 7, "", NOW);
    private static final String ATTEMPT =
            "attempt event=permit\\u00201 subscription=7 delivery=%s attempt="
                    .formatted(DELIVERY.key().id());

    private static String line(int number, String outcome, int millis, int lag, String next) {
        return "%s%d trigger=schedule %s ms=%d lagMs=%d bytes=%d host=hook.example%s"
                .formatted(ATTEMPT, number, outcome, millis, lag, EVENT.json().length(), next);
    }

    private final MutableClock clock = MutableClock.at(NOW);
    private final EventStore events = mock(EventStore.class);
    private final FakeDeliveryStore deliveries = new FakeDeliveryStore();
    private final FakeSubscriptionStore subscriptions = new FakeSubscriptionStore();
    private final Webhook webhook = mock(Webhook.class);
    private final RetryQueue queue = mock(RetryQueue.class);
    private final CapturedLog log = CapturedLog.of(DeliverEvent.class);
    private final DeliverEvent deliver =
            new SampleServing(
                            subscriptions,
                            new SubscriptionIndex(subscriptions, clock),
                            queue,
                            mock(EventStore.class),
                            new FakeRates(),
                            clock)
                    .deliver(
                            events,
                            new DeliveryLifecycle(
                                    deliveries,
                                    queue,
                                    RetrySchedule.exactly(Duration.ofSeconds(10)),
                                    new Random(1),
                                    clock),
                            PlainRequests.UNSIGNED,
                            new EndPointCaller(
                                    webhook,
                                    new EndPointPlaces(
                                            Concurrency.FUNCTIONS_HOST, Duration.ZERO, clock),
                                    clock),
                            new BestEffortLog(mock(DeliveryLog.class), clock));

    @BeforeEach
    void everythingIsThere() {
        deliveries.create(List.of(DELIVERY));
        subscriptions.put(SampleSubscription.of(7, SampleSubscription.filters().build()));
        when(events.find(EVENT.key())).thenReturn(Optional.of(EVENT));
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void aSuccessIsTheEnd() {
        answer(WebhookReply.answered(202));

        deliver.attempt(notice(1));

        assertThat(log.lines()).containsExactly(line(1, "status=202", 250, 0, ""));
    }

    @Test
    void aFailureTellsWhenTheNextAttemptIsAndTheLastThatThereIsNone() {
        answer(WebhookReply.answered(503));

        deliver.attempt(notice(1));
        clock.advance(Duration.ofSeconds(10));
        deliver.attempt(notice(2));

        assertThat(log.lines())
                .containsExactly(
                        line(
                                1,
                                "status=503 error=status",
                                250,
                                0,
                                " next=2026-01-02T03:04:15.250Z"),
                        line(2, "status=503 error=status", 250, 0, " given up"));
    }

    @Test
    void aCallWithoutAnswerTellsWhyOnTheSameLine() {
        answer(WebhookReply.failed(ErrorKind.TLS, "TLS: \"CN=a\"\nstatus=200 01909012345"));

        deliver.attempt(notice(1));

        assertThat(log.lines())
                .containsExactly(
                        line(
                                1,
                                "status=0 error=tls failure=\"TLS: \\u0022CN=a\\u0022\\u000astatus=200"
                                        + " ***********\"",
                                250,
                                0,
                                " next=2026-01-02T03:04:15.250Z"));
    }

    @Test
    void anAttemptThatAnotherOneOvertookSaysSo() {
        when(webhook.post(any(), any()))
                .thenAnswer(
                        call -> {
                            deliveries.record(
                                    DELIVERY.key(),
                                    new Attempt(1, NOW, Duration.ZERO, 200, ""),
                                    new Delivered(NOW));
                            return WebhookReply.answered(500);
                        });

        deliver.attempt(notice(1));

        assertThat(log.lines())
                .containsExactly(line(1, "status=500 error=status", 0, 0, " overtaken"));
    }

    @Test
    void anAttemptAfterWhichTheQueueIsAwayIsToldAllTheSame() {
        answer(WebhookReply.answered(503));
        doThrow(new Unavailable("away", new IllegalStateException()))
                .when(queue)
                .schedule(any(), any());

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> deliver.attempt(notice(1)));

        assertThat(log.lines())
                .containsExactly(line(1, "status=503 error=status", 250, 0, " next=unknown"));
        assertThat(deliveries.find(DELIVERY.key()).orElseThrow().state()).isInstanceOf(Due.class);
    }

    @Test
    void theTraceThatTheEventCameWithIsTold() {
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        Event traced = SampleEvent.of("traceparent", traceparent);

        assertThat(AttemptLine.traceOf(traced)).isEqualTo(traceparent);
        assertThat(AttemptLine.traceOf(EVENT)).isEmpty();
        assertThat(AttemptLine.traceOf(SampleEvent.of("other", "traceparent"))).isEmpty();
    }

    private void answer(WebhookReply reply) {
        when(webhook.post(any(), any()))
                .thenAnswer(
                        call -> {
                            clock.advance(Duration.ofMillis(250));
                            return reply;
                        });
    }

    private static DeliveryNotice notice(int attempt) {
        return new DeliveryNotice(DELIVERY.key(), attempt);
    }
}
