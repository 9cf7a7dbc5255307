package no.altinn.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class LazyTest {
    private final AtomicInteger made = new AtomicInteger();

    @Test
    void nothingIsMadeBeforeItIsAskedFor() {
        Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);

        assertThat(made).hasValue(0);
        assertThat(lazy.get()).isEqualTo(1);
    }

    @Test
    void everyoneGetsTheSame() {
        Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);

        assertThat(IntStream.range(0, 1_000).parallel().map(i -> lazy.get()).distinct().toArray())
                .containsExactly(1);
    }

    @Test
    void aFailureIsNotKept() {
        Lazy<Integer> lazy =
                new Lazy<>(
                        () -> {
                            if (made.incrementAndGet() == 1) {
                                throw new IllegalStateException("away");
                            }
                            return 2;
                        });

        assertThatIllegalStateException().isThrownBy(lazy::get);
        assertThat(lazy.get()).isEqualTo(2);
    }

    @Test
    void whatHasBeenMadeCanBeLookedAt() {
        Lazy<Integer> lazy = new Lazy<>(made::incrementAndGet);

        assertThat(lazy.made()).isEmpty();
        lazy.get();
        assertThat(lazy.made()).contains(1);
    }

    @Test
    void thoseWhoWaitedShareTheFailure() throws InterruptedException {
        CountDownLatch fail = new CountDownLatch(1);
        Lazy<Integer> lazy =
                new Lazy<>(
                        () -> {
                            made.incrementAndGet();
                            awaitQuietly(fail);
                            throw new IllegalStateException("away");
                        });
        List<RuntimeException> failures = new CopyOnWriteArrayList<>();
        List<Thread> callers =
                IntStream.range(0, 4).mapToObj(i -> new Thread(failing(lazy, failures))).toList();
        callers.forEach(Thread::start);
        await().until(() -> callers.stream().allMatch(LazyTest::waits));

        fail.countDown();
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(made).hasValue(1);
        assertThat(failures).hasSize(4).allMatch(IllegalStateException.class::isInstance);
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }

    private static Runnable failing(Lazy<Integer> lazy, List<RuntimeException> failures) {
        return () -> {
            try {
                lazy.get();
            } catch (IllegalStateException e) {
                failures.add(e);
            }
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
