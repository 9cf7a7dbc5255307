package no.altinn.events.pull;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.testing.time.MutableClock;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

class LongPollTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final MutableClock clock = MutableClock.at(NOW);
    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final LongPoll poll =
            new LongPoll(
                    time -> {
                        pauses.add(time);
                        clock.advance(time);
                    },
                    clock);

    private List<Integer> nothing() {
        looks.incrementAndGet();
        return List.of();
    }

    @ParameterizedTest
    @CsvSource({"1, 500 500", "2, 500 1000 500", "5, 500 1000 2000 1500"})
    void aLookFollowsALookAfterLongerAndLongerPauses(int seconds, String millis) {
        assertThat(poll.first(Duration.ofSeconds(seconds), this::nothing)).isEmpty();

        assertThat(told()).isEqualTo(millis);
        assertThat(looks).hasValue(pauses.size());
        assertThat(clock.instant()).isEqualTo(NOW.plusSeconds(seconds));
    }

    @Test
    void thePausesOfTheLongestWaitEndAtFourSeconds() {
        assertThat(poll.first(Duration.ofSeconds(20), this::nothing)).isEmpty();

        assertThat(told()).isEqualTo("500 1000 2000 4000 4000 4000 4000 500");
    }

    private String told() {
        return pauses.stream().map(one -> "" + one.toMillis()).collect(Collectors.joining(" "));
    }

    @Test
    void whatIsFoundEndsTheWait() {
        assertThat(
                        poll.first(
                                Duration.ofSeconds(20),
                                () -> looks.incrementAndGet() < 3 ? List.of() : List.of(7)))
                .containsExactly(7);

        assertThat(clock.instant()).isEqualTo(NOW.plusMillis(3_500));
    }

    @Test
    void whoDoesNotWaitLooksNoSecondTime() {
        assertThat(poll.first(Duration.ZERO, this::nothing)).isEmpty();

        assertThat(looks).hasValue(0);
        assertThat(pauses).isEmpty();
    }

    @Test
    void theTwentyFirstIsAnsweredAtOnceUntilAPlaceIsFree() throws Exception {
        Semaphore waiting = new Semaphore(0);
        CountDownLatch over = new CountDownLatch(1);
        LongPoll full =
                new LongPoll(
                        time -> {
                            waiting.release();
                            over.await();
                        },
                        clock);
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            for (int i = 0; i < LongPoll.MOST_WAITERS; i++) {
                threads.execute(
                        () ->
                                assertThat(full.first(Duration.ofSeconds(1), () -> List.of(1)))
                                        .hasSize(1));
            }
            waiting.acquire(LongPoll.MOST_WAITERS);

            assertThat(full.first(Duration.ofSeconds(1), this::nothing)).isEmpty();
            assertThat(looks).hasValue(0);

            over.countDown();
            Awaitility.await()
                    .untilAsserted(
                            () ->
                                    assertThat(full.first(Duration.ofSeconds(1), () -> List.of(1)))
                                            .containsExactly(1));
        } finally {
            over.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void anInterruptedWaitEndsWithNothingAndLeavesItsPlace() {
        LongPoll interrupted =
                new LongPoll(
                        time -> {
                            throw new InterruptedException();
                        },
                        clock);
        for (int i = 0; i <= LongPoll.MOST_WAITERS; i++) {
            assertThat(interrupted.first(Duration.ofSeconds(1), this::nothing)).isEmpty();
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(looks).hasValue(0);
    }
}
