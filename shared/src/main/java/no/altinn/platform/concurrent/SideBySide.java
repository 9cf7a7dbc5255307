package no.altinn.platform.concurrent;

import no.altinn.platform.client.Unavailable;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Makes calls side by side, a bounded number at once. The thread that asks makes calls itself and
 * never waits for a thread: where none is free, the calls are made one after the other.
 * Thread-safe.
 */
public final class SideBySide {
    private final Executor threads;
    private final int most;

    /**
     * Calls over threads that others may use too.
     *
     * @param threads where further calls are made; may refuse work
     * @param most how many calls of one {@link #each} are made at once, 1 and up
     */
    public SideBySide(Executor threads, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("At least one call is made at once, not " + most);
        }
        this.threads = threads;
        this.most = most;
    }

    /**
     * Makes a call for each item. After a call has failed no further call is begun.
     *
     * @param call gives no null
     * @return what the calls gave, in the order of the items
     * @throws RuntimeException what a failed call threw, after all calls have ended; of several the
     *     one whose item stands first
     * @throws Unavailable if the thread is interrupted while it waits for calls; those that run go
     *     on, and no further call is begun
     */
    public <T, R> List<R> each(List<T> items, Function<? super T, ? extends R> call) {
        Round<T, R> round = new Round<>(items, call);
        Crew.work(threads, Math.min(most, items.size()), round);
        return round.results();
    }

    /** What a call came to. */
    private sealed interface Outcome<R> {
        record Given<R>(R value) implements Outcome<R> {}

        record Failed<R>(Throwable failure) implements Outcome<R> {}
    }

    /** The calls for the items of one list, for as many threads as come. */
    private static final class Round<T, R> implements Crew.Round {
        private final List<T> items;
        private final Function<? super T, ? extends R> call;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReferenceArray<Outcome<R>> outcomes;
        private final CountDownLatch open;
        private volatile boolean isOver;

        Round(List<T> items, Function<? super T, ? extends R> call) {
            this.items = items;
            this.call = call;
            this.outcomes = new AtomicReferenceArray<>(items.size());
            this.open = new CountDownLatch(items.size());
        }

        @Override
        public void run() {
            for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
                if (!isOver) {
                    outcomes.set(i, outcome(items.get(i)));
                }
                open.countDown();
            }
        }

        private Outcome<R> outcome(T item) {
            try {
                return new Outcome.Given<>(call.apply(item));
            } catch (RuntimeException | Error e) {
                isOver = true;
                return new Outcome.Failed<>(e);
            }
        }

        @Override
        public CountDownLatch open() {
            return open;
        }

        @Override
        public void stop() {
            isOver = true;
        }

        List<R> results() {
            List<Outcome<R>> ended = new ArrayList<>(items.size());
            for (int i = 0; i < items.size(); i++) {
                ended.add(outcomes.get(i));
            }
            ended.forEach(Round::throwFailure);
            return ended.stream().map(one -> ((Outcome.Given<R>) one).value()).toList();
        }

        private static <R> void throwFailure(Outcome<R> outcome) {
            if (outcome instanceof Outcome.Failed<R> failed) {
                Crew.rethrow(failed.failure());
            }
        }
    }
}
