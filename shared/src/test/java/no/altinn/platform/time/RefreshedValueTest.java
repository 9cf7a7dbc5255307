package no.altinn.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import no.altinn.platform.client.Unavailable;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Nested;
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

final class RefreshedValueTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final MutableClock clock = MutableClock.at(Instant.parse("2026-03-01T00:00:00Z"));
    private final AtomicInteger reads = new AtomicInteger();
    private volatile String stored = "old";
    private volatile boolean away;
    private final RefreshedValue<String> value = refreshed(this::read);

    private RefreshedValue<String> refreshed(Supplier<String> source) {
        return new RefreshedValue<>("The values", source, HOUR, clock);
    }

    private String read() {
        reads.incrementAndGet();
        if (away) {
            throw new Unavailable("away");
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
                                        .isInstanceOf(Unavailable.class)
                                        .hasMessage("The values could not be read"));
        assertThat(reads).hasValue(1);

        away = false;
        clock.advance(Duration.ofSeconds(5));
        assertThat(value.get()).isEqualTo("old");
    }

    @Test
    void aMistakeOfTheSourceIsAReadThatFailed() {
        AtomicInteger calls = new AtomicInteger();
        RefreshedValue<String> broken =
                refreshed(
                        () -> {
                            if (calls.incrementAndGet() != 2) {
                                throw new IllegalStateException("a mistake");
                            }
                            return "new";
                        });
        assertThatThrownBy(broken::get).isInstanceOf(Unavailable.class);
        assertThatThrownBy(broken::get).isInstanceOf(Unavailable.class);
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
        RefreshedValue<String> slow =
                refreshed(
                        () -> {
                            reads.incrementAndGet();
                            awaitUninterruptibly(let);
                            return "slow";
                        });
        assertEightShareRead(1, slow, let, "slow");
    }

    private void assertEightShareRead(
            int read, Supplier<String> asking, CountDownLatch let, String answer) {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<String>> answers =
                    IntStream.range(0, 8)
                            .mapToObj(i -> CompletableFuture.supplyAsync(asking, threads))
                            .toList();
            await().until(() -> reads.get() == read);
            let.countDown();

            assertThat(answers).allSatisfy(each -> assertThat(each.join()).isEqualTo(answer));
            assertThat(reads).hasValue(read);
        } finally {
            let.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void whileOneReadsAgainOthersGoOnWithTheLast() {
        CountDownLatch let = new CountDownLatch(1);
        RefreshedValue<String> slow =
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

    @Nested
    class WhatIsNotWanted {
        private String wanted() {
            return value.get("new"::equals);
        }

        @Test
        void isReadAgainAtOnceAfterTheFirstRead() {
            value.get();
            stored = "new";

            assertThat(wanted()).isEqualTo("new");
            assertThat(reads).hasValue(2);
        }

        @Test
        void isReadAgainOnceAMinute() {
            wanted();
            IntStream.range(0, 100).forEach(i -> assertThat(wanted()).isEqualTo("old"));
            assertThat(reads).hasValue(2);

            clock.advance(Duration.ofMinutes(1));
            IntStream.range(0, 100).forEach(i -> assertThat(wanted()).isEqualTo("old"));
            assertThat(reads).hasValue(3);
        }

        @Test
        void isGivenAllTheSameWhileTheSourceIsAway() {
            value.get();
            away = true;

            assertThat(wanted()).isEqualTo("old");
            assertThat(wanted()).isEqualTo("old");
            assertThat(reads).hasValue(2);
        }

        @Test
        void isReadForThoseAloneWhoDoNotWantIt() {
            value.get();
            wanted();
            stored = "new";
            clock.advance(Duration.ofMinutes(1));

            assertThat(value.get()).isEqualTo("old");
            assertThat(wanted()).isEqualTo("new");
        }

        @Test
        void isWaitedForWhileAnotherReads() {
            CountDownLatch let = new CountDownLatch(1);
            RefreshedValue<String> slow =
                    refreshed(
                            () -> {
                                if (reads.incrementAndGet() > 1) {
                                    awaitUninterruptibly(let);
                                    return "new";
                                }
                                return "old";
                            });
            slow.get();
            assertEightShareRead(2, () -> slow.get("new"::equals), let, "new");
        }

        @Test
        void isGoodEnoughForOthersWhileOneReads() {
            CountDownLatch let = new CountDownLatch(1);
            RefreshedValue<String> slow =
                    refreshed(
                            () -> {
                                if (reads.incrementAndGet() > 1) {
                                    awaitUninterruptibly(let);
                                }
                                return "old";
                            });
            slow.get();
            CompletableFuture<String> wanting =
                    CompletableFuture.supplyAsync(() -> slow.get("new"::equals));
            await().until(() -> reads.get() == 2);

            assertThat(slow.get()).isEqualTo("old");
            assertThat(wanting).isNotDone();

            let.countDown();
            assertThat(wanting.join()).isEqualTo("old");
        }
    }

    @Nested
    class ACadenceOfItsOwn {
        private final RefreshedValue<String> kept =
                new RefreshedValue<>(
                                "The value",
                                RefreshedValueTest.this::read,
                                RefreshPolicy.every(HOUR)
                                        .withPause(Duration.ofSeconds(30))
                                        .keptFor(HOUR.multipliedBy(2)),
                                clock)
                        .beginningWith("first");

        @Test
        void whatItBeginsWithIsAsGoodAsRead() {
            clock.advance(HOUR.minusSeconds(1));
            assertThat(kept.get()).isEqualTo("first");
            assertThat(reads).hasValue(0);

            clock.advance(Duration.ofSeconds(1));
            assertThat(kept.get()).isEqualTo("old");
            assertThat(reads).hasValue(1);
        }

        @Test
        void aSourceThatIsAwayIsAskedAfterEachPause() {
            away = true;
            clock.advance(HOUR);
            kept.get();
            clock.advance(Duration.ofSeconds(29));
            kept.get();
            assertThat(reads).hasValue(1);

            clock.advance(Duration.ofSeconds(1));
            kept.get();
            assertThat(reads).hasValue(2);
        }

        @Test
        void nobodyGoesOnWithWhatCouldNotBeReadForTooLong() {
            away = true;
            clock.advance(HOUR.multipliedBy(2).minusSeconds(1));
            assertThat(kept.get()).isEqualTo("first");

            clock.advance(Duration.ofSeconds(1));
            assertUnavailable();
            assertThat(reads).hasValue(1);

            away = false;
            clock.advance(Duration.ofSeconds(29));
            assertThat(kept.get()).isEqualTo("old");
        }

        private void assertUnavailable() {
            assertThatThrownBy(kept::get)
                    .isInstanceOf(Unavailable.class)
                    .hasMessage("The value could not be read");
        }

        @Test
        void theAgeCountsFromTheLastReadThatSucceeded() {
            clock.advance(HOUR);
            kept.get();
            away = true;
            clock.advance(HOUR.multipliedBy(2).minusSeconds(1));

            assertThat(kept.get()).isEqualTo("old");
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
