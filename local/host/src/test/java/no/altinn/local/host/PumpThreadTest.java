package no.altinn.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

final class PumpThreadTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private final LoopHealth health = new LoopHealth(Clock.systemUTC());

    @Test
    void aTurnThatThrowsIsTakenAgain() {
        AtomicInteger turns = new AtomicInteger();
        try (PumpThread pump =
                PumpThread.start(
                        "failing",
                        LONG,
                        self -> {
                            turns.incrementAndGet();
                            throw new IllegalStateException("the source is away");
                        },
                        health)) {
            await().until(() -> turns.get() > 1);
            assertThat(pump.isStopping()).isFalse();
        }
    }

    @Test
    void closingEndsAPauseAtOnceAndLetsTheTurnComeToItsEnd() throws InterruptedException {
        CountDownLatch pausing = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        PumpThread pump =
                PumpThread.start(
                        "pausing",
                        LONG,
                        self -> {
                            pausing.countDown();
                            self.pause(LONG);
                            ended.set(self.isStopping());
                        },
                        health);
        pausing.await();
        pump.close();
        assertThat(ended).isTrue();
    }

    @Test
    void aTurnThatDoesNotEndInTimeIsInterrupted() {
        AtomicBoolean interrupted = new AtomicBoolean();
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        PumpThread pump =
                PumpThread.start(
                        "stuck",
                        Duration.ofMillis(1),
                        self -> {
                            begun.countDown();
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                interrupted.set(true);
                                throw e;
                            }
                        },
                        health);
        await().until(() -> begun.getCount() == 0);
        pump.close();
        await().untilTrue(interrupted);
    }

    /** Fails once in each of these ways, and counts the turns that followed. */
    private void goesOnAfter(PumpThread.Turn failing, LoopHealth told) {
        AtomicInteger turns = new AtomicInteger();
        try (PumpThread pump =
                PumpThread.start(
                        "failing",
                        LONG,
                        self -> {
                            if (turns.incrementAndGet() == 1) {
                                failing.take(self);
                            }
                            self.pause(Duration.ofMillis(1));
                        },
                        told)) {
            await().until(() -> turns.get() > 2);
            assertThat(pump.isStopping()).isFalse();
        }
    }

    @Test
    void noErrorEndsTheTurns() {
        goesOnAfter(
                self -> {
                    throw new StackOverflowError();
                },
                health);
        goesOnAfter(
                self -> {
                    throw new NoClassDefFoundError();
                },
                health);
    }

    /** A library may interrupt the thread that calls it, and leave it so. */
    @Test
    void noInterruptionButByClosingEndsTheTurns() {
        goesOnAfter(
                self -> {
                    throw new InterruptedException();
                },
                health);
        goesOnAfter(self -> Thread.currentThread().interrupt(), health);
    }

    @Test
    void aFailureThatCannotBeToldDoesNotEndTheTurns() {
        LoopHealth broken = new LoopHealth(new BrokenClock());
        goesOnAfter(
                self -> {
                    throw new IllegalStateException("away");
                },
                broken);
    }

    @Test
    void theHealthTellsOfAFailureUntilATurnGoesWell() {
        AtomicBoolean away = new AtomicBoolean(true);
        try (PumpThread pump =
                PumpThread.start(
                        "reading",
                        LONG,
                        self -> {
                            if (away.get()) {
                                throw new IllegalStateException("the source is away");
                            }
                            self.pause(Duration.ofMillis(1));
                        },
                        health)) {
            await().until(() -> !health.failing().isEmpty());
            assertThat(health.failing())
                    .extracting(LoopHealth.Failing::name, LoopHealth.Failing::reason)
                    .containsExactly(tuple("reading", "IllegalStateException"));
            away.set(false);
            await().until(() -> health.failing().isEmpty());
            assertThat(pump.isStopping()).isFalse();
        }
    }
}
