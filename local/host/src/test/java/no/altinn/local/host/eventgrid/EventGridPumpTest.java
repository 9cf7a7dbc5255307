package no.altinn.local.host.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.local.host.FunctionInvoker;
import no.altinn.local.host.LoopHealth;
import no.altinn.local.host.sample.Instances;
import no.altinn.local.host.sample.SampleApp;
import no.altinn.local.host.sample.TriggerFunctions;
import no.altinn.platform.http.BodyAwaited;
import no.altinn.platform.time.RetrySchedule;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

final class EventGridPumpTest {
    private static final EventGridLimits QUICK =
            new EventGridLimits(
                    2,
                    8,
                    5,
                    1_000,
                    RetrySchedule.exactly(Duration.ofMillis(1), Duration.ofMillis(2)));

    private final LoopHealth health = new LoopHealth(Clock.systemUTC());
    private final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();

    private EventGridPump pump(EventGridLimits limits, TriggerFunctions.Step step) {
        return new EventGridPump(
                SampleApp.function("Event"),
                new FunctionInvoker(new Instances(new TriggerFunctions(step)), health),
                limits);
    }

    @Test
    void everyEventFiresTheFunctionOnce() {
        try (EventGridPump pump =
                pump(EventGridLimits.DEFAULT, (event, values) -> events.add(event))) {
            for (int i = 0; i < 5_000; i++) {
                assertThat(pump.publish("lane" + i % 7, Integer.toString(i))).isTrue();
            }
            await().until(() -> events.size() == 5_000);
            assertThat(events).doesNotHaveDuplicates();
        }
    }

    @Test
    void aLaneWhoseFunctionHangsDelaysNoOther() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        try (EventGridPump pump =
                pump(
                        QUICK,
                        (event, values) -> {
                            if (event.equals("slow")) {
                                released.await();
                            }
                            events.add(event);
                        })) {
            for (int i = 0; i < 5; i++) {
                pump.publish("slow", "slow");
            }
            pump.publish("quick", "quick");
            await().until(() -> events.contains("quick"));
            assertThat(events).containsExactly("quick");
            released.countDown();
            await().until(() -> events.size() == 6);
        }
    }

    @Test
    void aLaneNeverRunsMoreThanItsShareBesideEachOther() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore gate = new Semaphore(0);
        try (EventGridPump pump =
                pump(
                        QUICK,
                        (event, values) -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            gate.acquire();
                            running.decrementAndGet();
                            events.add(event);
                        })) {
            for (int i = 0; i < 5; i++) {
                pump.publish("one", "e");
            }
            await().until(() -> running.get() == 2);
            gate.release(5);
            await().until(() -> events.size() == 5);
            assertThat(most).hasValue(2);
        }
    }

    @Test
    void aLaneThatHoldsTooMuchRefusesMore() {
        CountDownLatch released = new CountDownLatch(1);
        try (EventGridPump pump = pump(QUICK, (event, values) -> released.await())) {
            for (int i = 0; i < 5; i++) {
                assertThat(pump.publish("one", "e")).isTrue();
            }
            assertThat(pump.publish("one", "e")).isFalse();
            assertThat(pump.publish("two", "e")).isTrue();
            released.countDown();
            await().until(() -> pump.publish("one", "e"));
        }
    }

    @Test
    void anEventThatFailsIsDeliveredAgain() {
        try (EventGridPump pump =
                pump(
                        QUICK,
                        (event, values) -> {
                            events.add(event);
                            if (events.size() < 3) {
                                throw new IllegalStateException("not yet");
                            }
                        })) {
            pump.publish("one", "e");
            await().until(() -> events.size() == 3);
        }
    }

    @Test
    void anEventThatKeepsFailingIsDroppedAndItsLaneGoesOn() {
        try (EventGridPump pump =
                pump(
                        QUICK,
                        (event, values) -> {
                            events.add(event);
                            throw new IllegalStateException("never");
                        })) {
            for (int i = 0; i < 5; i++) {
                pump.publish("one", "e" + i);
            }
            // Only when all five are given up is there room for five more.
            await().until(() -> events.size() == 15);
            await().until(() -> pump.publish("one", "next"));
            await().until(() -> events.contains("next"));
        }
        assertThat(events).filteredOn("e0"::equals).hasSize(3);
    }

    @Test
    void aClosedPumpLetsWhatRunsComeToItsEndAndTakesNoMore() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch closing = new CountDownLatch(1);
        EventGridPump pump =
                pump(
                        QUICK,
                        (event, values) -> {
                            running.countDown();
                            closing.await();
                            events.add(event);
                        });
        pump.publish("one", "e");
        running.await();
        Thread closer = new Thread(pump::close);
        closer.start();
        await().until(() -> !pump.publish("two", "late"));
        closing.countDown();
        closer.join();
        assertThat(events).contains("e").doesNotContain("late");
    }

    /** Otherwise the pump would stand still once each place had been lost. */
    @Test
    void anEventThatFailsInAnUnknownWayGivesItsPlaceBack() {
        try (EventGridPump pump =
                pump(
                        QUICK,
                        (event, values) -> {
                            events.add(event);
                            // The invoker hands it on as it is.
                            throw new BodyAwaited();
                        })) {
            for (int i = 0; i < 20; i++) {
                pump.publish("lane" + i, "event" + i);
            }
            await().until(() -> events.stream().distinct().count() == 20);
        }
    }
}
