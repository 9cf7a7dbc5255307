package no.altinn.local.host.timer;

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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

final class TimerPumpTest {
    private static final Duration LOOK_OFTEN = Duration.ofMillis(1);

    private final LoopHealth health = new LoopHealth(Clock.systemUTC());
    private final MutableClock clock = MutableClock.at(Instant.parse("2026-03-01T12:04:59Z"));
    private final ConcurrentLinkedQueue<String> runs = new ConcurrentLinkedQueue<>();

    private TimerPump pump(TriggerFunctions.Step step) {
        return new TimerPump(
                SampleApp.function("Tick"),
                new FunctionInvoker(new Instances(new TriggerFunctions(step)), health),
                clock,
                LOOK_OFTEN);
    }

    private void moveUntilItHasRunTwice() {
        await().until(
                        () -> {
                            clock.advance(Duration.ofMinutes(1));
                            return runs.size() == 2;
                        });
    }

    @Test
    void theFunctionRunsAtEachTimeOfItsScheduleAndIsToldTheOnesAround() {
        try (TimerPump pump = pump((timer, values) -> runs.add(timer))) {
            assertThat(pump).isNotNull();
            clock.advance(Duration.ofSeconds(1));
            await().until(() -> runs.size() == 1);
            moveUntilItHasRunTwice();
        }
        assertThat(runs.remove())
                .isEqualTo(
                        "{\"Schedule\":{\"AdjustForDST\":true},\"ScheduleStatus\":"
                                + "{\"Last\":\"1970-01-01T00:00:00Z\","
                                + "\"Next\":\"2026-03-01T12:10:00Z\","
                                + "\"LastUpdated\":\"1970-01-01T00:00:00Z\"},\"IsPastDue\":false}");
        assertThat(runs.remove()).contains("\"Last\":\"2026-03-01T12:05:00Z\"");
    }

    @Test
    void theTimeIsTheTimersMetadata() {
        try (TimerPump pump = pump((timer, values) -> runs.add(values.get(0).toString()))) {
            assertThat(pump).isNotNull();
            clock.advance(Duration.ofSeconds(1));
            await().until(() -> runs.size() == 1);
        }
        assertThat(runs.remove()).matches("\\d\\d/\\d\\d/2026 \\d\\d:\\d\\d:\\d\\d");
    }

    @Test
    void aRunThatTakesTooLongLetsTimesPassByAndIsNeverJoinedByAnother()
            throws InterruptedException {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (TimerPump pump =
                pump(
                        (timer, values) -> {
                            most.accumulateAndGet(running.incrementAndGet(), Math::max);
                            begun.countDown();
                            released.await();
                            running.decrementAndGet();
                            runs.add(timer);
                        })) {
            assertThat(pump).isNotNull();
            clock.advance(Duration.ofSeconds(1));
            begun.await();
            clock.advance(Duration.ofMinutes(17));
            released.countDown();
            await().until(() -> runs.size() == 1);
            moveUntilItHasRunTwice();
        }
        // 12:10, 12:15 and 12:20 went by, so the second run was no earlier than 12:25.
        assertThat(runs).noneMatch(run -> run.contains("\"Next\":\"2026-03-01T12:25:00Z\""));
        assertThat(most).hasValue(1);
    }

    @Test
    void aRunThatFailsDoesNotEndTheTimer() {
        try (TimerPump pump =
                pump(
                        (timer, values) -> {
                            runs.add(timer);
                            throw new IllegalStateException("this time");
                        })) {
            assertThat(pump).isNotNull();
            clock.advance(Duration.ofSeconds(1));
            await().until(() -> runs.size() == 1);
            moveUntilItHasRunTwice();
        }
    }
}
