package no.altinn.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.testing.log.CapturedLog;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

class RecurringTest {
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final AtomicInteger turns = new AtomicInteger();

    @Test
    void theTaskIsDoneAgainAndAgain() {
        try (Recurring upkeep = Recurring.every(PAUSE, turns::incrementAndGet)) {
            assertThat(upkeep).isNotNull();
            await().until(() -> turns.get() >= 3);
        }
    }

    @Test
    void aFailureIsToldAndDoesNotEndIt() {
        try (CapturedLog log = CapturedLog.of(Recurring.class);
                Recurring upkeep =
                        Recurring.every(
                                PAUSE,
                                () -> {
                                    turns.incrementAndGet();
                                    throw new IllegalStateException("away");
                                })) {
            assertThat(upkeep).isNotNull();
            await().until(() -> turns.get() >= 2);
            assertThat(log.lines()).anyMatch(line -> line.contains("Recurring work failed"));
            assertThat(log.hasTrace()).isTrue();
        }
    }

    @Test
    void itDoesNotHoldTheProcessAndFindsTheAppsOwnClasses() {
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        try (Recurring upkeep = Recurring.every(PAUSE, () -> threads.add(Thread.currentThread()))) {
            assertThat(upkeep).isNotNull();
            await().until(() -> !threads.isEmpty());
        }
        assertThat(threads.element().isDaemon()).isTrue();
        assertThat(threads.element().getContextClassLoader())
                .isSameAs(Recurring.class.getClassLoader());
    }

    @Test
    void whoClosesItWaitsForTheTurnThatIsRunning() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicReference<Thread> turn = new AtomicReference<>();
        AtomicBoolean hasEnded = new AtomicBoolean();
        Recurring upkeep =
                Recurring.every(
                        PAUSE,
                        () -> {
                            turn.set(Thread.currentThread());
                            awaitUninterrupted(mayEnd);
                            hasEnded.set(true);
                        });
        await().until(() -> turn.get() != null);

        FutureTask<Boolean> closing =
                new FutureTask<>(
                        () -> {
                            upkeep.close();
                            return hasEnded.get();
                        });
        Thread closer = new Thread(closing);
        closer.start();
        await().until(() -> closing.isDone() || closer.getState() == Thread.State.TIMED_WAITING);
        mayEnd.countDown();

        assertThat(closing.get()).isTrue();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothingIsBegunAfterItIsClosed() {
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        Recurring upkeep = Recurring.every(PAUSE, () -> threads.add(Thread.currentThread()));
        await().until(() -> !threads.isEmpty());

        upkeep.close();

        await().until(() -> !threads.element().isAlive());
    }
}
