package no.altinn.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

final class PumpThreadTest {
    private static final Duration LONG = Duration.ofMinutes(5);

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
                        })) {
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
                        });
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
                        });
        await().until(() -> begun.getCount() == 0);
        pump.close();
        await().untilTrue(interrupted);
    }
}
