package no.altinn.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

@Timeout(30)
final class SideBySideTest {
    private static final Executor FULL =
            work -> {
                throw new RejectedExecutionException("full");
            };

    private final List<Integer> begun = Collections.synchronizedList(new ArrayList<>());

    @Test
    void asManyAsAreAllowedRunAtOnceAndNoMore() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        // Opens for four at a time, so that fewer would never pass it.
        CyclicBarrier four = new CyclicBarrier(4);

        List<Integer> doubled =
                new SideBySide(CallThreads.named("test", 64), 4)
                        .each(
                                numbers(16),
                                number -> {
                                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                                    pass(four);
                                    running.decrementAndGet();
                                    return number * 2;
                                });

        assertThat(doubled)
                .containsExactlyElementsOf(numbers(16).stream().map(i -> i * 2).toList());
        assertThat(most).hasValue(4);
    }

    @Test
    void withoutAFreeThreadTheCallsAreMadeOneByOne() {
        assertThat(new SideBySide(FULL, 16).each(numbers(5), number -> number))
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void threadsThatAreTakenByOthersAreNotWaitedFor() {
        SideBySide calls = new SideBySide(CallThreads.named("test", 2), 3);

        // Each of the three calls makes three of its own, for which no thread is left.
        assertThat(
                        calls.each(
                                numbers(3),
                                outer -> calls.each(numbers(3), inner -> outer * 3 + inner)))
                .containsExactly(List.of(0, 1, 2), List.of(3, 4, 5), List.of(6, 7, 8));
    }

    @Test
    void afterAFailureNoCallIsBegun() {
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> new SideBySide(FULL, 1).each(numbers(9), this::failAtThree))
                .withMessage("3");
        assertThat(begun).containsExactly(0, 1, 2, 3);
    }

    @Test
    void ofTwoFailuresTheOneWhoseItemStandsFirstIsTold() {
        CyclicBarrier both = new CyclicBarrier(2);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(
                        () ->
                                new SideBySide(CallThreads.named("test", 2), 2)
                                        .each(
                                                numbers(2),
                                                number -> {
                                                    pass(both);
                                                    throw new Unavailable("call " + number);
                                                }))
                .withMessage("call 0");
    }

    @Test
    void anInterruptedWaitIsAFailureAndTheInterruptionIsKept() {
        CountDownLatch end = new CountDownLatch(1);
        Thread asking = Thread.currentThread();
        SideBySide calls = new SideBySide(CallThreads.named("test", 2), 2);
        CyclicBarrier both = new CyclicBarrier(2);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(
                        () ->
                                calls.each(
                                        numbers(2),
                                        number -> {
                                            pass(both);
                                            if (Thread.currentThread() != asking) {
                                                asking.interrupt();
                                                await(end);
                                            }
                                            return number;
                                        }));
        assertThat(Thread.interrupted()).isTrue();
        end.countDown();
    }

    @Test
    void nothingIsNothing() {
        assertThat(new SideBySide(FULL, 1).each(List.of(), item -> item)).isEmpty();
    }

    @Test
    void atLeastOneIsMadeAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SideBySide(FULL, 0));
    }

    private int failAtThree(int number) {
        begun.add(number);
        if (number == 3) {
            throw new Unavailable("3");
        }
        return number;
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
