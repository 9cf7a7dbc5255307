package no.altinn.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import no.altinn.platform.http.PlatformUnavailable;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

final class RefreshedTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-03-01T00:00:00Z"));
    private final AtomicInteger reads = new AtomicInteger();
    private volatile String stored = "old";
    private volatile boolean away;
    private final Refreshed<String> value = refreshed(this::read);

    private Refreshed<String> refreshed(Supplier<String> source) {
        return new Refreshed<>("The values", source, HOUR, clock);
    }

    private String read() {
        reads.incrementAndGet();
        if (away) {
            throw new PlatformUnavailable("away");
        }
        return stored;
    }

    @Test
    void nothingIsReadBeforeItIsAskedFor() {
        assertThat(reads).hasValue(0);
        assertThat(value.get()).isEqualTo("old");
        assertThat(reads).hasValue(1);
    }

    @Test
    void itIsReadAgainWhenItHasGrownOld() {
        value.get();
        stored = "new";
        clock.advance(HOUR.minusSeconds(1));
        assertThat(value.get()).isEqualTo("old");

        clock.advance(Duration.ofSeconds(1));
        assertThat(value.get()).isEqualTo("new");
        assertThat(reads).hasValue(2);
    }

    @Test
    void theLastStaysInUseWhenItCannotBeReadAgain() {
        value.get();
        away = true;
        clock.advance(HOUR.multipliedBy(100));

        assertThat(value.get()).isEqualTo("old");
    }

    @Test
    void aSourceThatIsAwayIsAskedOnceAMinute() {
        value.get();
        away = true;
        clock.advance(HOUR);
        value.get();
        clock.advance(Duration.ofSeconds(59));
        value.get();
        assertThat(reads).hasValue(2);

        away = false;
        stored = "new";
        clock.advance(Duration.ofSeconds(1));
        assertThat(value.get()).isEqualTo("new");
        assertThat(reads).hasValue(3);
    }

    @Test
    void aFirstReadThatFailsIsTriedAgainAfterFiveSeconds() {
        away = true;
        IntStream.range(0, 10)
                .forEach(
                        i ->
                                assertThatThrownBy(value::get)
                                        .isInstanceOf(PlatformUnavailable.class)
                                        .hasMessage("The values could not be read"));
        assertThat(reads).hasValue(1);

        away = false;
        clock.advance(Duration.ofSeconds(5));
        assertThat(value.get()).isEqualTo("old");
    }

    @Test
    void aMistakeOfTheSourceIsAReadThatFailed() {
        AtomicInteger calls = new AtomicInteger();
        Refreshed<String> broken =
                refreshed(
                        () -> {
                            if (calls.incrementAndGet() != 2) {
                                throw new IllegalStateException("a mistake");
                            }
                            return "new";
                        });
        assertThatThrownBy(broken::get).isInstanceOf(PlatformUnavailable.class);
        assertThatThrownBy(broken::get).isInstanceOf(PlatformUnavailable.class);
        assertThat(calls).hasValue(1);

        clock.advance(Duration.ofSeconds(5));
        assertThat(broken.get()).isEqualTo("new");
        clock.advance(HOUR);
        assertThat(broken.get()).isEqualTo("new");
        assertThat(broken.get()).isEqualTo("new");
        assertThat(calls).hasValue(3);
    }

    @Test
    void manyWhoAskFirstShareOneRead() {
        CountDownLatch let = new CountDownLatch(1);
        Refreshed<String> slow =
                refreshed(
                        () -> {
                            reads.incrementAndGet();
                            awaitUninterruptibly(let);
                            return "slow";
                        });
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<String>> answers =
                    IntStream.range(0, 8)
                            .mapToObj(i -> CompletableFuture.supplyAsync(slow, threads))
                            .toList();
            await().until(() -> reads.get() == 1);
            let.countDown();

            answers.forEach(answer -> assertThat(answer.join()).isEqualTo("slow"));
            assertThat(reads).hasValue(1);
        } finally {
            let.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void whileOneReadsAgainOthersGoOnWithTheLast() {
        CountDownLatch let = new CountDownLatch(1);
        Refreshed<String> slow =
                refreshed(
                        () -> {
                            if (reads.incrementAndGet() > 1) {
                                awaitUninterruptibly(let);
                            }
                            return "read " + reads;
                        });
        slow.get();
        clock.advance(HOUR);
        CompletableFuture<String> reading = CompletableFuture.supplyAsync(slow);
        await().until(() -> reads.get() == 2);

        assertThat(slow.get()).isEqualTo("read 1");
        assertThat(reading).isNotDone();

        let.countDown();
        assertThat(reading.join()).isEqualTo("read 2");
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
