package no.altinn.platform.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import no.altinn.platform.client.Unavailable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

class InLanesTest {
    private static final int MOST = 4;
    private static final int MOST_IN_LANE = 2;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final InLanes lanes = new InLanes(threads, MOST, MOST_IN_LANE);
    private final InLanes alone = new InLanes(Runnable::run, MOST, MOST_IN_LANE);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static List<Integer> items(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static InLanes.Outcome ofTen(InLanes lanes, Consumer<Integer> work) {
        return lanes.each(items(10), item -> item % 2, () -> true, work);
    }

    @Test
    void theWorkIsDoneOnceForEachItem() {
        List<Integer> done = new CopyOnWriteArrayList<>();

        InLanes.Outcome outcome = ofTen(lanes, done::add);

        assertThat(done).containsExactlyInAnyOrderElementsOf(items(10));
        assertThat(outcome).isEqualTo(new InLanes.Outcome(10, List.of()));
        outcome.orThrow();
    }

    @Test
    void nothingToDoIsDone() {
        assertThat(lanes.each(List.of(), item -> {})).isEqualTo(InLanes.Outcome.NONE);
    }

    @Test
    void asManyItemsAreWorkedOnAtOnceAsThereMayBe() {
        CountDownLatch all = new CountDownLatch(MOST);

        lanes.each(items(MOST), item -> meet(all));

        assertThat(all.getCount()).isZero();
    }

    private static void meet(CountDownLatch all) {
        all.countDown();
        try {
            assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void neitherAllNorOneLaneGetMoreThanTheirBound() {
        List<Runnable> asked = new ArrayList<>();
        InLanes counted = new InLanes(asked::add, MOST, MOST_IN_LANE);

        counted.each(items(300), item -> item % 3, () -> true, item -> {});
        assertThat(asked).hasSize(MOST - 1);

        asked.clear();
        counted.each(items(300), item -> 0, () -> true, item -> {});
        assertThat(asked).hasSize(MOST_IN_LANE - 1);
    }

    /** All but one place would be taken by the stuck lane, if it were not for its own bound. */
    @Test
    void aLaneThatIsStuckHoldsUpNoOther() {
        CountDownLatch othersAreDone = new CountDownLatch(50);

        InLanes.Outcome outcome =
                lanes.each(
                        items(100),
                        item -> item < 50 ? "stuck" : item,
                        () -> true,
                        item -> {
                            if (item < 50) {
                                await(othersAreDone);
                            } else {
                                othersAreDone.countDown();
                            }
                        });

        assertThat(outcome.done()).isEqualTo(100);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFailureIsToldAndEndsNothing() {
        InLanes.Outcome outcome =
                ofTen(
                        lanes,
                        item -> {
                            if (item == 3) {
                                throw new IllegalStateException("three");
                            }
                        });

        assertThat(outcome.done()).isEqualTo(9);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(outcome::orThrow)
                .withMessage("three");
    }

    @Test
    void anErrorIsAFailureToo() {
        InLanes.Outcome outcome =
                ofTen(
                        lanes,
                        item -> {
                            if (item == 3) {
                                throw new StackOverflowError("three");
                            }
                        });

        assertThat(outcome.done()).isEqualTo(9);
        assertThatExceptionOfType(StackOverflowError.class).isThrownBy(outcome::orThrow);
    }

    @Test
    void aLaneInWhichAllFailIsGivenUpAlone() {
        InLanes.Outcome outcome =
                alone.each(
                        items(100),
                        item -> item % 2,
                        () -> true,
                        item -> {
                            if (item % 2 == 0) {
                                throw new IllegalStateException("even");
                            }
                        });

        assertThat(outcome.done()).isEqualTo(50);
        assertThat(outcome.failures()).hasSize(MOST_IN_LANE);
    }

    @Test
    void whereEverythingFailsNotMuchIsTried() {
        InLanes.Outcome outcome =
                alone.each(
                        items(100),
                        item -> {
                            throw new IllegalStateException("away");
                        });

        assertThat(outcome.failures()).hasSize(MOST);
    }

    @Test
    void noFurtherItemIsBegunWhenTimeIsOver() {
        AtomicInteger begun = new AtomicInteger();

        InLanes.Outcome outcome =
                alone.each(
                        items(10),
                        item -> 0,
                        () -> begun.get() < 4,
                        item -> begun.getAndIncrement());

        assertThat(outcome).isEqualTo(new InLanes.Outcome(4, List.of()));
    }

    @Test
    void withoutAFreeThreadTheThreadThatAsksDoesAll() {
        List<String> names = new ArrayList<>();
        InLanes refused =
                new InLanes(
                        work -> {
                            throw new RejectedExecutionException("none is free");
                        },
                        MOST,
                        MOST_IN_LANE);

        refused.each(items(10), item -> names.add(Thread.currentThread().getName()));

        assertThat(names).hasSize(10).containsOnly(Thread.currentThread().getName());
    }

    @Test
    void aThreadThatComesTooLateIsNotWaitedFor() {
        List<Runnable> late = new ArrayList<>();
        InLanes.Outcome outcome = ofTen(new InLanes(late::add, MOST, MOST_IN_LANE), item -> {});

        late.forEach(Runnable::run);

        assertThat(outcome.done()).isEqualTo(10);
        assertThat(late).isNotEmpty();
    }

    @Test
    void aThreadThatIsInterruptedWaitsNoLonger() {
        CountDownLatch never = new CountDownLatch(1);
        InLanes elsewhere = new InLanes(threads, 2, 1);
        Thread asking = Thread.currentThread();

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(
                        () ->
                                elsewhere.each(
                                        items(2),
                                        item -> {
                                            if (Thread.currentThread() == asking) {
                                                asking.interrupt();
                                            } else {
                                                await(never);
                                            }
                                        }));

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void outcomesAddUp() {
        InLanes.Outcome some = new InLanes.Outcome(2, List.of(new IllegalStateException("first")));
        InLanes.Outcome more = new InLanes.Outcome(3, List.of(new IllegalStateException("then")));

        assertThat(some.and(more).done()).isEqualTo(5);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(some.and(more)::orThrow)
                .withMessage("first");
    }

    @Test
    void lessThanOneAtOnceIsNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InLanes(threads, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new InLanes(threads, 1, 0));
    }
}
