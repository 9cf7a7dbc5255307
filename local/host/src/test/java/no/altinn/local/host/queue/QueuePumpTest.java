package no.altinn.local.host.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.local.host.FunctionInvoker;
import no.altinn.local.host.LoopHealth;
import no.altinn.local.host.sample.Instances;
import no.altinn.local.host.sample.SampleApp;
import no.altinn.local.host.sample.TriggerFunctions;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

final class QueuePumpTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final LoopHealth health = new LoopHealth(Clock.systemUTC());
    private final MutableClock clock = MutableClock.at(NOW);
    private final MemoryQueue queue = new MemoryQueue(clock);
    private final ConcurrentLinkedQueue<String> handled = new ConcurrentLinkedQueue<>();

    private QueuePump pump(TriggerFunctions.Step step) {
        return new QueuePump(
                SampleApp.function("Message"),
                new FunctionInvoker(new Instances(new TriggerFunctions(step)), health),
                queue,
                clock);
    }

    @Test
    void everyMessageIsHandledOnceAndDeleted() {
        for (int i = 0; i < 200; i++) {
            queue.add("id" + i, "text" + i, NOW);
        }
        try (QueuePump pump = pump((text, values) -> handled.add(text))) {
            pump.wake();
            await().until(queue::isEmpty);
        }
        assertThat(handled).hasSize(200).doesNotHaveDuplicates();
        assertThat(queue.largestReceive()).isEqualTo(16);
    }

    @Test
    void theFunctionIsToldWhatAzureTellsOfAMessage() {
        ConcurrentLinkedQueue<List<Object>> told = new ConcurrentLinkedQueue<>();
        queue.add("id1", "text", NOW);
        try (QueuePump pump = pump((text, values) -> told.add(values))) {
            pump.wake();
            await().until(queue::isEmpty);
        }
        assertThat(told)
                .containsExactly(
                        List.of(
                                "id1",
                                "receipt-1",
                                1L,
                                "\"2026-03-01T12:00:00Z\"",
                                "\"2026-03-08T12:00:00Z\"",
                                "\"2026-03-01T12:02:00Z\"",
                                "text"));
    }

    @Test
    void aPropertyOfTheMessageHidesTheBuiltInValue() {
        ConcurrentLinkedQueue<Object> ids = new ConcurrentLinkedQueue<>();
        queue.add("id1", "{\"Id\":\"its own\"}", NOW);
        try (QueuePump pump = pump((text, values) -> ids.add(values.get(0)))) {
            pump.wake();
            await().until(queue::isEmpty);
        }
        assertThat(ids).containsExactly("its own");
    }

    @Test
    void aMessageThatFailsFiveTimesGoesToThePoisonQueue() {
        queue.add("id1", "bad", NOW);
        try (QueuePump pump =
                pump(
                        (text, values) -> {
                            handled.add(text);
                            throw new IllegalStateException("always");
                        })) {
            pump.wake();
            await().until(queue::isEmpty);
        }
        assertThat(handled).hasSize(5);
        assertThat(queue.moved("messages-poison")).containsExactly("bad");
    }

    @Test
    void aMessageThatFailsOnceIsTriedAgainAtOnce() {
        AtomicInteger runs = new AtomicInteger();
        queue.add("id1", "text", NOW);
        try (QueuePump pump =
                pump(
                        (text, values) -> {
                            if (runs.incrementAndGet() == 1) {
                                throw new IllegalStateException("once");
                            }
                        })) {
            pump.wake();
            await().until(queue::isEmpty);
        }
        assertThat(runs).hasValue(2);
        assertThat(queue.moved("messages-poison")).isEmpty();
    }

    @Test
    void aMessageThatTheProcessDiedOnFiveTimesIsNotTriedAgain() {
        queue.add("id1", "deadly", NOW);
        for (int i = 0; i < 5; i++) {
            assertThat(queue.receive(1, Duration.ZERO)).hasSize(1);
        }
        try (QueuePump pump = pump((text, values) -> handled.add(text))) {
            pump.wake();
            await().until(queue::isEmpty);
        }
        assertThat(handled).isEmpty();
        assertThat(queue.moved("messages-poison")).containsExactly("deadly");
    }

    @Test
    void aMessageComesWhenItBecomesVisibleAndNotBefore() {
        queue.add("later", "later", NOW.plusSeconds(3600));
        queue.add("now", "now", NOW);
        try (QueuePump pump = pump((text, values) -> handled.add(text))) {
            await().until(() -> handled.contains("now"));
            clock.advance(Duration.ofHours(1));
            assertThat(handled).containsExactly("now");
            pump.wake();
            await().until(() -> handled.contains("later"));
        }
    }

    @Test
    void theVisibleTimeItselfWakesThePump() {
        queue.add("soon", "soon", NOW.plusMillis(1));
        try (QueuePump pump = pump((text, values) -> handled.add(text))) {
            assertThat(pump).isNotNull();
            clock.advance(Duration.ofMillis(1));
            await().until(() -> handled.contains("soon"));
        }
    }

    @Test
    void slowMessagesDoNotBlockOthers() {
        CountDownLatch released = new CountDownLatch(1);
        for (int i = 0; i < 40; i++) {
            queue.add("slow" + i, "slow", NOW);
        }
        queue.add("quick", "quick", NOW);
        try (QueuePump pump =
                pump(
                        (text, values) -> {
                            if (text.equals("slow")) {
                                released.await();
                            }
                            handled.add(text);
                        })) {
            pump.wake();
            await().until(() -> handled.contains("quick"));
            assertThat(handled).containsExactly("quick");
            released.countDown();
            await().until(queue::isEmpty);
        }
    }

    @Test
    void noMoreThanTwoHundredFiftySixRunBesideEachOther() {
        AtomicInteger running = new AtomicInteger();
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger most = new AtomicInteger();
        for (int i = 0; i < 300; i++) {
            queue.add("id" + i, "text", NOW);
        }
        try (QueuePump pump =
                pump(
                        (text, values) -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            released.await();
                            running.decrementAndGet();
                        })) {
            pump.wake();
            await().until(() -> running.get() == 256);
            released.countDown();
            await().until(queue::isEmpty);
        }
        assertThat(most).hasValue(256);
    }

    @Test
    void closingWaitsForTheMessageThatRuns() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        queue.add("id1", "text", NOW);
        QueuePump pump =
                pump(
                        (text, values) -> {
                            running.countDown();
                            released.await();
                        });
        running.await();
        Thread closer = new Thread(pump::close);
        closer.start();
        released.countDown();
        closer.join();
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void aQueueThatIsAwayForAWhileIsReadAgainWithAllItsPlaces() {
        queue.failReceiving(
                new IllegalStateException("away"), new StackOverflowError("an error, too"));
        AtomicInteger running = new AtomicInteger();
        CountDownLatch released = new CountDownLatch(1);
        for (int i = 0; i < 300; i++) {
            queue.add("id" + i, "text", NOW);
        }
        try (QueuePump pump =
                pump(
                        (text, values) -> {
                            running.incrementAndGet();
                            released.await();
                        })) {
            await().until(() -> !health.failing().isEmpty());
            pump.wake();
            await().until(() -> running.get() == 256);
            assertThat(health.failing()).isEmpty();
            released.countDown();
            await().until(queue::isEmpty);
        }
    }
}
