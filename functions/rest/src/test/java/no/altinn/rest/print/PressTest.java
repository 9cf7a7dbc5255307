package no.altinn.rest.print;

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

class PressTest {
    private static final byte[] DOCUMENT = {1};

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Press press = new Press();
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @AfterEach
    void stop() {
        open.countDown();
        threads.shutdownNow();
    }

    private byte[] work() {
        most.accumulateAndGet(working.incrementAndGet(), Math::max);
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        working.decrementAndGet();
        return DOCUMENT;
    }

    private Future<byte[]> come() {
        return threads.submit(() -> press.print(this::work));
    }

    @Test
    void twoArePrintedTwentyWaitAndTheNextIsSentAway()
            throws ExecutionException, InterruptedException {
        List<Future<byte[]>> all = new ArrayList<>();
        for (int i = 0; i < Press.AT_ONCE + Press.WAITING; i++) {
            all.add(come());
        }
        await().until(() -> press.waiting() == Press.WAITING);

        assertThatExceptionOfType(TooManyPrints.class)
                .isThrownBy(() -> press.print(() -> DOCUMENT));
        assertThat(working).hasValue(Press.AT_ONCE);

        open.countDown();
        for (Future<byte[]> one : all) {
            one.get();
        }
        assertThat(most).hasValue(Press.AT_ONCE);
        assertThat(press.print(() -> DOCUMENT)).isEqualTo(DOCUMENT);
    }

    @Test
    void aPrintThatFailsGivesItsTurnBack() {
        for (int i = 0; i < Press.AT_ONCE + Press.WAITING + 1; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(
                            () ->
                                    press.print(
                                            () -> {
                                                throw new IllegalStateException("failed");
                                            }));
        }
        assertThat(press.print(() -> DOCUMENT)).isEqualTo(DOCUMENT);
    }
}
