package no.altinn.events.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import mockwebserver3.MockWebServer;

import no.altinn.events.azure.QueueServer.Put;
import no.altinn.events.delivery.DeliverEvent;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryLifecycle;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.FakeDeliveryStore;
import no.altinn.events.delivery.FakeRates;
import no.altinn.events.delivery.PushSchedule;
import no.altinn.events.delivery.RelayEvents;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.SampleRelay;
import no.altinn.events.delivery.SampleServing;
import no.altinn.events.delivery.SweepDeliveries;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.PlainRequests;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.webhook.EndPointCaller;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.places.Concurrency;
import no.altinn.events.webhook.places.EndPointPlaces;
import no.altinn.platform.azure.AzureTransport;
import no.altinn.platform.azure.QueueService;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.InLanes;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.register.Register;
import no.altinn.platform.start.Lazy;
import no.altinn.testing.time.MutableClock;

import okhttp3.OkHttpClient;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What becomes of events while Event Grid or the queues are away. */
class OutageTest {
    private static final Event EVENT = SampleEvent.of("id", "1", "subject", "/party/1");
    private static final DeliveryKey KEY = DeliveryKey.of(EVENT.key(), 1);
    private static final Retry FIRST_ATTEMPT = new Retry.OfDelivery(new DeliveryNotice(KEY, 1));
    private static final SideBySide ONE_BY_ONE = new SideBySide(Runnable::run, 1);
    private static final Duration OVERDUE = Duration.ofMinutes(2);

    private final MutableClock clock = MutableClock.at(SampleSubscription.CREATED);
    private final FakeSubscriptionStore subscriptions = new FakeSubscriptionStore();
    private final FakeDecisions decisions = new FakeDecisions(request -> true);
    private final EventStore events = mock(EventStore.class);
    private final FakeDeliveryStore deliveries = new FakeDeliveryStore();
    private final MockWebServer queueServer = new MockWebServer();
    private final QueueServer queues = new QueueServer(queueServer);
    private EventGridServer topic;
    private RelayEvents relay;
    private SweepDeliveries sweep;
    private DeliverEvent deliver;

    @BeforeEach
    void start() throws IOException {
        topic = new EventGridServer();
        queueServer.start(InetAddress.getLoopbackAddress(), 0);
        StorageQueueRetries retries =
                new StorageQueueRetries(
                        new Lazy<>(
                                () ->
                                        QueueService.open(
                                                queues.connection(),
                                                () -> {
                                                    throw new AssertionError("not by identity");
                                                },
                                                AzureTransport.over(
                                                        new OkHttpClient(),
                                                        Duration.ofSeconds(30)))));
        when(events.find(any())).thenReturn(Optional.of(EVENT));
        subscriptions.put(SampleSubscription.of(1, SampleSubscription.filters().build()));
        SubscriptionIndex index = new SubscriptionIndex(subscriptions, clock);
        InLanes lanes = new InLanes(Runnable::run, 32, 8);
        relay =
                new SampleRelay(index, decisions, mock(Register.class), events, ONE_BY_ONE, clock)
                        .over(deliveries, topic.relay(clock), retries, mock(DeliveryLog.class));
        sweep = new SweepDeliveries(deliveries, retries, lanes, clock);
        deliver =
                new SampleServing(
                                subscriptions,
                                index,
                                retries,
                                mock(EventStore.class),
                                new FakeRates(),
                                clock)
                        .deliver(
                                events,
                                new DeliveryLifecycle(
                                        deliveries,
                                        retries,
                                        PushSchedule.TWELVE_ATTEMPTS,
                                        new Random(1),
                                        clock),
                                PlainRequests.UNSIGNED,
                                new EndPointCaller(
                                        (request, timeout) -> WebhookReply.answered(500),
                                        new EndPointPlaces(
                                                Concurrency.FUNCTIONS_HOST, Duration.ZERO, clock),
                                        clock),
                                new BestEffortLog(mock(DeliveryLog.class), clock));
    }

    @AfterEach
    void stop() {
        topic.close();
        queueServer.close();
    }

    @Test
    void whileAllIsWellTheTopicAloneIsTold() {
        relay.relay(List.of(EVENT));

        assertThat(topic.notices()).containsExactly(new DeliveryNotice(KEY, 1));
        assertThat(queues.requests()).isEmpty();
    }

    @Test
    void whileTheTopicIsAwayTheQueueIsTold() {
        topic.away(true);

        relay.relay(List.of(EVENT));

        assertThat(queues.puts())
                .containsExactly(new Put("deliveries", Duration.ZERO, FIRST_ATTEMPT));
        assertThat(deliveries.all()).hasSize(1);
    }

    @Test
    void whileBothAreAwayTheBatchIsNotDoneAndTheSweepFindsWhatItOwes() {
        topic.away(true);
        queues.away(true);
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> relay.relay(List.of(EVENT)));
        topic.away(false);
        queues.away(false);

        // The host hands the same batch over again; what is owed has been written down before.
        relay.relay(List.of(EVENT));
        clock.advance(OVERDUE.plusSeconds(1));
        sweep.sweep(clock.instant().minus(OVERDUE));

        assertThat(deliveries.all()).hasSize(1);
        assertThat(topic.notices()).isEmpty();
        assertThat(queues.puts())
                .containsExactly(new Put("deliveries", Duration.ZERO, FIRST_ATTEMPT));
    }

    @Test
    void anEventWhoseConsumersAreNotKnownYetWaitsInTheQueue() {
        decisions.awayFor(request -> true);

        relay.relay(List.of(EVENT));

        assertThat(queues.puts())
                .containsExactly(
                        new Put(
                                "relays",
                                Duration.ofSeconds(10),
                                new Retry.OfRelay(EVENT.key(), 0)));
    }

    @Test
    void withoutAQueueAnEventWhoseConsumersAreNotKnownYetIsNotDone() {
        decisions.awayFor(request -> true);
        queues.away(true);

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> relay.relay(List.of(EVENT)));
    }

    @Test
    void anAttemptThatFailedWhileTheQueueWasAwayIsMadeAgain() {
        relay.relay(List.of(EVENT));
        queues.away(true);
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> deliver.attempt(new DeliveryNotice(KEY, 1)));
        queues.away(false);
        Delivery waiting = deliveries.find(KEY).orElseThrow();
        assertThat(waiting.attempts()).hasSize(1);
        assertThat(waiting.state()).isInstanceOf(DeliveryState.Due.class);

        clock.advance(OVERDUE.plusMinutes(1));
        sweep.sweep(clock.instant().minus(OVERDUE));

        assertThat(queues.puts())
                .containsExactly(
                        new Put(
                                "deliveries",
                                Duration.ZERO,
                                new Retry.OfDelivery(new DeliveryNotice(KEY, 2))));
    }

    @Test
    void aSweepThatFindsTheQueueAwayLosesNothing() {
        topic.away(true);
        queues.away(true);
        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> relay.relay(List.of(EVENT)));
        clock.advance(OVERDUE.plusSeconds(1));
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> sweep.sweep(clock.instant().minus(OVERDUE)));
        queues.away(false);

        clock.advance(OVERDUE.plusSeconds(1));
        sweep.sweep(clock.instant().minus(OVERDUE));

        assertThat(queues.puts())
                .containsExactly(new Put("deliveries", Duration.ZERO, FIRST_ATTEMPT));
    }
}
