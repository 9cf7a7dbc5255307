package no.altinn.platform.concurrent;

import no.altinn.platform.client.Unavailable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Does the same for many items side by side, a bounded number at once, and a smaller number within
 * one lane: a database partition that is slow or refuses holds up its own items alone. The thread
 * that asks works too and never waits for a thread. Thread-safe.
 */
public final class InLanes {
    private final Executor threads;
    private final int most;
    private final int mostInLane;

    /**
     * Work over threads that others may use too.
     *
     * @param threads where the work is done beside the thread that asks; may refuse it
     * @param most how many items of one {@link #each} are worked on at once, 1 and up
     * @param mostInLane how many of them may be of one lane, 1 and up
     */
    public InLanes(Executor threads, int most, int mostInLane) {
        if (most < 1 || mostInLane < 1) {
            throw new IllegalArgumentException("At least one item is worked on at once");
        }
        this.threads = threads;
        this.most = most;
        this.mostInLane = mostInLane;
    }

    /**
     * What became of the items.
     *
     * @param done for how many the work was done
     * @param failures what the work threw, the first one first
     */
    public record Outcome(int done, List<Throwable> failures) {
        /** No item yet. */
        public static final Outcome NONE = new Outcome(0, List.of());

        public Outcome {
            failures = List.copyOf(failures);
        }

        /** This outcome and another, of further items. */
        public Outcome and(Outcome further) {
            List<Throwable> all = new ArrayList<>(failures);
            all.addAll(further.failures);
            return new Outcome(done + further.done, all);
        }

        /**
         * Throws the first failure, if there is one.
         *
         * @throws RuntimeException what the work threw
         */
        public void orThrow() {
            if (!failures.isEmpty()) {
                Crew.rethrow(failures.get(0));
            }
        }
    }

    /** Does the work for each item, with one lane for each item. */
    public <T> Outcome each(List<T> items, Consumer<? super T> work) {
        return each(items, item -> item, () -> true, work);
    }

    /**
     * Does the work for each item. A failure ends nothing. But after as many failures in a row as
     * there may be items at once, no further item is begun, in the lane or in all: what they need
     * is away then, and to ask for it again and again would take long.
     *
     * @param lane what an item shares with the others of its lane, by {@code equals}
     * @param goesOn asked before each item, by several threads; no further item is begun when it
     *     says no
     * @throws Unavailable if the thread is interrupted while it waits for the others; what runs
     *     goes on, and no further item is begun
     */
    public <T> Outcome each(
            List<T> items,
            Function<? super T, ?> lane,
            BooleanSupplier goesOn,
            Consumer<? super T> work) {
        Round<T> round = new Round<>(strands(items, lane), goesOn, work, new Failing(most));
        Crew.work(threads, (int) Math.min(most, round.open().getCount()), round);
        return round.outcome();
    }

    /** Items of one lane that are worked on one after the other. */
    private record Strand<T>(Failing lane, List<T> items) {}

    /**
     * Each lane as several strands. The first strands of all lanes come first, so that no lane
     * waits for another lane's second.
     */
    private <T> List<Strand<T>> strands(List<T> items, Function<? super T, ?> lane) {
        Map<Object, List<T>> lanes = new LinkedHashMap<>();
        items.forEach(
                item ->
                        lanes.computeIfAbsent(lane.apply(item), any -> new ArrayList<>())
                                .add(item));
        List<List<Strand<T>>> inTurn = new ArrayList<>();
        for (int i = 0; i < mostInLane; i++) {
            inTurn.add(new ArrayList<>());
        }
        for (List<T> ofLane : lanes.values()) {
            Failing failing = new Failing(mostInLane);
            for (int i = 0; i < Math.min(mostInLane, ofLane.size()); i++) {
                inTurn.get(i).add(new Strand<>(failing, everyOther(ofLane, i)));
            }
        }
        return inTurn.stream().flatMap(List::stream).toList();
    }

    private <T> List<T> everyOther(List<T> items, int first) {
        List<T> others = new ArrayList<>();
        for (int i = first; i < items.size(); i += mostInLane) {
            others.add(items.get(i));
        }
        return others;
    }

    /** Failures without a success between them. */
    private static final class Failing {
        private final int most;
        private final AtomicInteger inARow = new AtomicInteger();

        Failing(int most) {
            this.most = most;
        }

        void succeeded() {
            inARow.set(0);
        }

        void failed() {
            inARow.incrementAndGet();
        }

        boolean isTooMuch() {
            return inARow.get() >= most;
        }
    }

    /** The work for the items of one list, for as many threads as come. */
    private static final class Round<T> implements Crew.Round {
        private final Queue<Strand<T>> strands;
        private final BooleanSupplier goesOn;
        private final Consumer<? super T> work;
        private final Failing all;
        private final CountDownLatch open;
        private final AtomicInteger done = new AtomicInteger();
        private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        private volatile boolean isOver;

        Round(
                List<Strand<T>> strands,
                BooleanSupplier goesOn,
                Consumer<? super T> work,
                Failing all) {
            this.strands = new ConcurrentLinkedQueue<>(strands);
            this.goesOn = goesOn;
            this.work = work;
            this.all = all;
            this.open = new CountDownLatch(strands.size());
        }

        /** {@inheritDoc} At first there is work for as many threads. */
        @Override
        public CountDownLatch open() {
            return open;
        }

        @Override
        public void stop() {
            isOver = true;
        }

        @Override
        public void run() {
            for (Strand<T> strand = strands.poll(); strand != null; strand = strands.poll()) {
                try {
                    Failing lane = strand.lane();
                    strand.items().forEach(item -> doUnlessOver(item, lane));
                } finally {
                    open.countDown();
                }
            }
        }

        private void doUnlessOver(T item, Failing lane) {
            if (isOver || all.isTooMuch() || lane.isTooMuch() || !goesOn.getAsBoolean()) {
                return;
            }
            try {
                work.accept(item);
                all.succeeded();
                lane.succeeded();
                done.incrementAndGet();
            } catch (RuntimeException | Error e) {
                all.failed();
                lane.failed();
                failures.add(e);
            }
        }

        Outcome outcome() {
            return new Outcome(done.get(), List.copyOf(failures));
        }
    }
}
