package no.altinn.rest.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

class TurnsTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Turns turns = new Turns();
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void stop() {
        open.countDown();
        threads.shutdownNow();
    }

    private Integer work() {
        most.accumulateAndGet(working.incrementAndGet(), Math::max);
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return working.decrementAndGet();
    }

    private Future<Integer> come() {
        return threads.submit(() -> turns.take(this::work));
    }

    @Test
    void twoWorkFiftyWaitAndTheNextIsSentAway() throws ExecutionException, InterruptedException {
        List<Future<Integer>> all = new ArrayList<>();
        for (int i = 0; i < Turns.AT_ONCE + Turns.WAITING; i++) {
            all.add(come());
        }
        await().until(() -> turns.waiting() == Turns.WAITING);

        assertThatExceptionOfType(TooManyLogins.class).isThrownBy(() -> turns.take(() -> "never"));
        assertThat(working).hasValue(Turns.AT_ONCE);

        open.countDown();
        for (Future<Integer> one : all) {
            one.get();
        }
        assertThat(most).hasValue(Turns.AT_ONCE);
        assertThat(turns.take(() -> "again")).isEqualTo("again");
    }

    @Test
    void workThatFailsGivesItsTurnBack() {
        for (int i = 0; i < Turns.AT_ONCE + Turns.WAITING + 1; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(
                            () ->
                                    turns.take(
                                            () -> {
                                                throw new IllegalStateException("failed");
                                            }));
        }
        assertThat(turns.take(() -> 1)).isEqualTo(1);
    }
}
