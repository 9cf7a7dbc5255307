package no.altinn.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliveryNoticeMessage;
import no.altinn.events.delivery.Retry;
import no.altinn.local.host.FunctionInvoker;
import no.altinn.local.host.LoopHealth;
import no.altinn.local.host.eventgrid.EventGridLimits;
import no.altinn.local.host.eventgrid.EventGridPump;
import no.altinn.local.host.eventgrid.EventGridTopic;
import no.altinn.local.host.sample.Instances;
import no.altinn.local.host.sample.SampleApp;
import no.altinn.local.host.sample.TriggerFunctions;
import no.altinn.platform.time.RetrySchedule;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

final class PumpRelayTest {
    private static final int MORE_THAN_A_LANE_RUNS = 500;

    private final EventGridTopic topic = new EventGridTopic();
    private final Queue<Retry> queued = new ConcurrentLinkedQueue<>();
    private final PumpRelay relay =
            new PumpRelay(topic, (retry, delay) -> queued.add(retry), Clock.systemUTC());
    private final Queue<DeliveryNotice> fired = new ConcurrentLinkedQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);

    private static DeliveryNotice notice(int subscription, int number) {
        return new DeliveryNotice(new DeliveryKey(subscription, "delivery-" + number), 1);
    }

    private EventGridPump pump() {
        return pump(EventGridLimits.DEFAULT);
    }

    private EventGridPump pump(EventGridLimits limits) {
        return new EventGridPump(
                SampleApp.function("Event"),
                new FunctionInvoker(
                        new Instances(
                                new TriggerFunctions(
                                        (event, values) -> {
                                            DeliveryNotice notice =
                                                    DeliveryNoticeMessage.read(event);
                                            if (notice.key().subscriptionId() == 1) {
                                                released.await();
                                            }
                                            fired.add(notice);
                                        })),
                        new LoopHealth(Clock.systemUTC())),
                limits);
    }

    @Test
    void aNoticeThatFindsNoRoomGoesToTheQueue() {
        EventGridLimits few =
                new EventGridLimits(1, 1, 2, 2, RetrySchedule.exactly(Duration.ofSeconds(10)));
        try (EventGridPump pump = pump(few)) {
            topic.connect(List.of(pump));

            relay.send(List.of(notice(1, 1), notice(1, 2), notice(1, 3)));

            assertThat(queued).containsExactly(new Retry.OfDelivery(notice(1, 3)));
            released.countDown();
            await().until(() -> fired.size() == 2);
        }
    }

    @Test
    void aNoticeFiresTheFunction() {
        try (EventGridPump pump = pump()) {
            topic.connect(List.of(pump));
            relay.send(List.of(notice(2, 1), notice(3, 2)));
            await().until(() -> fired.size() == 2);
            assertThat(fired).containsExactlyInAnyOrder(notice(2, 1), notice(3, 2));
        }
    }

    @Test
    void aSlowSubscriptionDelaysNoOther() {
        try (EventGridPump pump = pump()) {
            topic.connect(List.of(pump));
            relay.send(
                    IntStream.range(0, MORE_THAN_A_LANE_RUNS).mapToObj(i -> notice(1, i)).toList());
            relay.send(List.of(notice(2, 1)));
            await().until(() -> fired.contains(notice(2, 1)));
            assertThat(fired).hasSize(1);
            released.countDown();
            await().until(() -> fired.size() == MORE_THAN_A_LANE_RUNS + 1);
        }
    }

    @Test
    void aNoticeThatIsSentBeforeThePumpIsThereWaitsForIt() {
        CompletableFuture<Void> sending =
                CompletableFuture.runAsync(() -> relay.send(List.of(notice(2, 1))));
        try (EventGridPump pump = pump()) {
            topic.connect(List.of(pump));
            await().until(() -> fired.contains(notice(2, 1)));
            assertThat(sending).succeedsWithin(Duration.ofSeconds(10));
        }
    }
}
