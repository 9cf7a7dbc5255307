package no.altinn.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import no.altinn.testing.log.CapturedLog;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

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
    void nothingIsBegunAfterItIsClosed() {
        Queue<Thread> threads = new ConcurrentLinkedQueue<>();
        Recurring upkeep = Recurring.every(PAUSE, () -> threads.add(Thread.currentThread()));
        await().until(() -> !threads.isEmpty());

        upkeep.close();

        await().until(() -> !threads.element().isAlive());
    }
}
