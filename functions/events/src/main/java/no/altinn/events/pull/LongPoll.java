package no.altinn.events.pull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets receivers wait until there is something for them. Each one waits on its own thread, so only
 * a few of a process may; beyond them a receiver is answered at once. Thread-safe.
 */
public final class LongPoll {
    /** How many receivers wait at once in a process. */
    static final int MOST_WAITERS = 20;

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private final Semaphore places = new Semaphore(MOST_WAITERS);
    private final Pause pause;
    private final Clock clock;

    public LongPoll(Pause pause, Clock clock) {
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * Looks after 0.5, 1, 2, 4, 4 … s, and once more when the time is over.
     *
     * @param longest zero and up; with zero nothing is looked for
     * @return what the first look has found that found anything; empty if the time is over, if too
     *     many wait already, or if the thread is interrupted
     */
    <T> List<T> first(Duration longest, Supplier<List<T>> look) {
        if (longest.isZero() || !places.tryAcquire()) {
            return List.of();
        }
        try {
            return waited(clock.instant().plus(longest), look);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            places.release();
        }
    }

    private <T> List<T> waited(Instant end, Supplier<List<T>> look) throws InterruptedException {
        List<T> found = List.of();
        Duration next = FIRST;
        Duration left = Duration.between(clock.instant(), end);
        while (found.isEmpty() && left.compareTo(Duration.ZERO) > 0) {
            pause.take(left.compareTo(next) < 0 ? left : next);
            found = look.get();
            next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
            left = Duration.between(clock.instant(), end);
        }
        return found;
    }
}
