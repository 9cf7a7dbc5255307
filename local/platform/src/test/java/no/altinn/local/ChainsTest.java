package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.DeliverEvent;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryLifecycle;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.Retry;
import no.altinn.events.delivery.RetryMessage;
import no.altinn.events.delivery.SampleServing;
import no.altinn.events.event.Event;
import no.altinn.events.event.TestEvents;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.PlainRequests;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.events.webhook.EndPointCaller;
import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.places.Concurrency;
import no.altinn.events.webhook.places.EndPointPlaces;
import no.altinn.local.host.FunctionInvoker;
import no.altinn.local.host.LoopHealth;
import no.altinn.local.host.queue.QueuePump;
import no.altinn.local.host.sample.Instances;
import no.altinn.local.host.sample.SampleApp;
import no.altinn.local.host.sample.TriggerFunctions;
import no.altinn.local.store.SqliteStores;
import no.altinn.platform.time.RetrySchedule;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** The attempts of deliveries, one after another, of an endpoint that fails at once. */
final class ChainsTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);
    private static final int DELIVERIES = 200;
    private static final RetrySchedule SCHEDULE =
            RetrySchedule.exactly(
                    Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(40));

    @TempDir private Path folder;

    @Test
    @Tag("proof")
    void everyDeliveryHasAllItsAttemptsThoughTheProcessEndsInBetween() {
        int subscription = dueToOneSubscription();
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch enough = new CountDownLatch(DELIVERIES);
        runUntil(
                (request, timeout) -> {
                    enough.countDown();
                    return WebhookReply.failed(ErrorKind.CONNECT, "refused");
                },
                stores -> enough.getCount() == 0);

        runUntil(
                (request, timeout) -> {
                    calls.incrementAndGet();
                    return WebhookReply.failed(ErrorKind.CONNECT, "refused");
                },
                stores ->
                        stores.deliveries()
                                        .search(
                                                DeliverySearch.newest(
                                                        subscription, DeliveryStatus.DEAD),
                                                1_000)
                                        .size()
                                == DELIVERIES);

        assertThat(calls).as("calls after the restart").hasPositiveValue();
        try (SqliteStores stores = SqliteStores.open(folder, CLOCK)) {
            assertThat(
                            stores.deliveries()
                                    .search(
                                            DeliverySearch.newest(
                                                    subscription, DeliveryStatus.DEAD),
                                            1_000))
                    .hasSize(DELIVERIES)
                    .allSatisfy(
                            dead ->
                                    assertThat(dead.attempts())
                                            .extracting(Attempt::number)
                                            .containsExactly(1, 2, 3, 4));
        }
    }

    private int dueToOneSubscription() {
        List<Event> events =
                IntStream.range(0, DELIVERIES).mapToObj(i -> TestEvents.event("e" + i)).toList();
        try (SqliteStores stores = SqliteStores.open(folder, CLOCK)) {
            int subscription =
                    stores.subscriptions()
                            .add(
                                    new NewSubscription(
                                            URI.create("https://hook.example/"),
                                            Filters.onResource(events.get(0).resource()).build(),
                                            "/org/ttd"),
                                    CLOCK.instant())
                            .id();
            stores.subscriptions().setValidation(subscription, new Validated());
            stores.events().append(events);
            List<Delivery> due =
                    events.stream()
                            .map(
                                    event ->
                                            Delivery.due(
                                                    event.key(),
                                                    event.id(),
                                                    subscription,
                                                    "",
                                                    CLOCK.instant()))
                            .toList();
            stores.deliveries().create(due);
            for (Delivery delivery : due) {
                DeliveryNotice notice = new DeliveryNotice(delivery.key(), 1);
                stores.retries().schedule(new Retry.OfDelivery(notice), Duration.ZERO);
            }
            return subscription;
        }
    }

    private interface End {
        boolean hasCome(SqliteStores stores);
    }

    private void runUntil(Webhook webhook, End end) {
        try (SqliteStores stores = SqliteStores.open(folder, CLOCK)) {
            DeliverEvent deliver = deliver(stores, webhook);
            try (QueuePump pump =
                    new QueuePump(
                            SampleApp.function("Message"),
                            new FunctionInvoker(
                                    new Instances(
                                            new TriggerFunctions(
                                                    (text, values) ->
                                                            deliver.attempt(
                                                                    RetryMessage.read(
                                                                                    text,
                                                                                    Retry.OfDelivery
                                                                                            .class)
                                                                            .notice()))),
                                    new LoopHealth(CLOCK)),
                            stores.queue("deliveries"),
                            CLOCK)) {
                stores.onMessage(pump::wake);
                await().atMost(LONG_ENOUGH).until(() -> end.hasCome(stores));
            }
        }
    }

    private static DeliverEvent deliver(SqliteStores stores, Webhook webhook) {
        // Chains of an endpoint that is left alone would go on by probes.
        SubscriptionStore unchanged = mock();
        return new SampleServing(
                        unchanged,
                        new SubscriptionIndex(stores.subscriptions(), CLOCK),
                        stores.retries(),
                        stores.events(),
                        stores.rates(),
                        CLOCK)
                .deliver(
                        stores.events(),
                        new DeliveryLifecycle(
                                stores.deliveries(),
                                stores.retries(),
                                SCHEDULE,
                                new Random(1),
                                CLOCK),
                        PlainRequests.UNSIGNED,
                        new EndPointCaller(
                                webhook,
                                new EndPointPlaces(
                                        new Concurrency(256, QueuePump.IN_FLIGHT),
                                        Duration.ofSeconds(2),
                                        CLOCK),
                                CLOCK),
                        new BestEffortLog(stores.log(), CLOCK));
    }
}
