package no.altinn.simulation.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Time and the order of everything in a schedule, in one thread.
 *
 * <p>Work is done at its time. Of several pieces of work that are due at the same time, chance
 * decides which comes first. Work that waits for a call or a store lets time pass by {@link #pass}.
 * Meanwhile the work of other workers is done on top of it, so that their steps come between its
 * own. A busy worker gets nothing else to do until its work is over.
 *
 * <p>Work on top of other work ends before the wait below it does: its own waits are cut short
 * then. So no wait lasts longer than it was asked to. Not thread-safe.
 */
public final class World {
    /** When every schedule begins. */
    public static final Instant BEGINNING = Instant.parse("2026-03-02T06:00:00Z");

    private static final Duration LATER = Duration.ofMillis(1);

    private final PriorityQueue<Task> tasks = new PriorityQueue<>();
    private final Deque<Object> busy = new ArrayDeque<>();
    private final Deque<Instant> ends = new ArrayDeque<>();
    private final Chance ties;
    private final Trace trace = new Trace();
    private Instant now = BEGINNING;
    private long number;

    /** A world in which nothing happens yet. */
    public World(Chance chance) {
        this.ties = chance;
    }

    private record Task(Instant at, long tie, long number, Optional<Object> worker, Runnable work)
            implements Comparable<Task> {
        @Override
        public int compareTo(Task other) {
            int byTime = at.compareTo(other.at);
            int byTie = byTime == 0 ? Long.compare(tie, other.tie) : byTime;
            return byTie == 0 ? Long.compare(number, other.number) : byTie;
        }
    }

    /** The true time, which no process knows. */
    public Instant now() {
        return now;
    }

    /** How much time has passed since the beginning. */
    public Duration age() {
        return Duration.between(BEGINNING, now);
    }

    /** What has happened. */
    public Trace trace() {
        return trace;
    }

    /** Writes down what happens now. */
    public void tell(String line) {
        trace.add(age(), "| ".repeat(busy.size()) + line);
    }

    /** Has work done after this wait, by no worker in particular. */
    public void after(Duration wait, Runnable work) {
        add(now.plus(wait), Optional.empty(), work);
    }

    /**
     * Has work done after this wait by a worker. If the worker is busy then, the work is done as
     * soon as the worker is free.
     */
    public void after(Duration wait, Object one, Runnable work) {
        add(now.plus(wait), Optional.of(one), work);
    }

    private void add(Instant at, Optional<Object> worker, Runnable work) {
        tasks.add(new Task(at, ties.nextLong(), number++, worker, work));
    }

    /** Whether a worker is in the middle of something. */
    public boolean isBusy(Object one) {
        return busy.contains(one);
    }

    /** The worker of the work that is on top now; empty if no worker in particular does it. */
    public Optional<Object> current() {
        return Optional.ofNullable(busy.peek());
    }

    /** Does work as a worker, which is busy meanwhile. */
    public void doAs(Object one, Runnable work) {
        busy.push(one);
        try {
            work.run();
        } finally {
            busy.pop();
        }
    }

    /** Lets time pass for other workers; less if the wait below this one ends before. */
    public void pass(Duration time) {
        Instant wanted = now.plus(time);
        Instant below = ends.isEmpty() ? Instant.MAX : ends.peek();
        Instant end = wanted.isBefore(below) ? wanted : below;
        ends.push(end);
        try {
            runUntil(end, () -> false);
        } finally {
            ends.pop();
        }
    }

    /** Whether the wait below could cut a further wait short. */
    public boolean isOnTop() {
        return !ends.isEmpty();
    }

    /** Does what is due until then, or until it is enough. */
    public void runUntil(Instant end, BooleanSupplier isEnough) {
        while (!isEnough.getAsBoolean()) {
            Task next = tasks.peek();
            if (next == null || next.at().isAfter(end)) {
                break;
            }
            tasks.remove();
            if (next.at().isAfter(now)) {
                now = next.at();
            }
            if (next.worker().filter(this::isBusy).isPresent()) {
                postpone(next, end);
            } else {
                next.work().run();
            }
        }
        if (end.isAfter(now) && !isEnough.getAsBoolean()) {
            now = end;
        }
    }

    /** Puts work off until after this wait, in which its worker stays busy. */
    private void postpone(Task task, Instant end) {
        tasks.add(new Task(end.plus(LATER), task.tie(), task.number(), task.worker(), task.work()));
    }

    /** Whether nothing is planned any more. */
    public boolean isStill() {
        return tasks.isEmpty();
    }
}
