package no.altinn.events.webhook;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bounds how many calls run at once for one consumer in this process, so that a consumer with slow
 * endpoints cannot take every thread. Thread-safe.
 */
public final class InFlight {
    /** How many calls of one consumer wait in line at most; each holds a thread. */
    private static final int LONGEST_LINE = 64;

    private final class Places {
        private final Condition free = lock.newCondition();
        private int running;
        private int waiting;
        // A call waited in line in vain, and no call has been shorter than such a wait since.
        private boolean isStuck;
    }

    private final int most;
    private final Lock lock = new ReentrantLock();
    private final Map<String, Places> consumers = new HashMap<>(); // guarded by lock

    /** A bound of this many for each consumer. */
    public InFlight(int most) {
        this.most = most;
    }

    /**
     * Does the work if there is a place for it. Otherwise the work waits in line, unless the line
     * is full or the consumer's calls are stuck: a line is for endpoints that answer soon. Calls
     * are stuck from a wait in vain until a call is shorter than such a wait.
     *
     * @param patience how long to wait in line at most
     * @return whether there was a place
     */
    public boolean run(String consumer, Duration patience, Runnable work) {
        if (!enter(consumer, patience)) {
            return false;
        }
        long start = System.nanoTime();
        try {
            work.run();
            return true;
        } finally {
            leave(consumer, System.nanoTime() - start < patience.toNanos());
        }
    }

    private boolean enter(String consumer, Duration patience) {
        lock.lock();
        try {
            Places places = consumers.computeIfAbsent(consumer, any -> new Places());
            boolean isFree = places.running < most && places.waiting == 0;
            if (!isFree && !isFreeWithin(patience, places)) {
                return false;
            }
            places.running++;
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean isFreeWithin(Duration patience, Places places) throws InterruptedException {
        if (places.isStuck || places.waiting == LONGEST_LINE) {
            return false;
        }
        long left = patience.toNanos();
        places.waiting++;
        try {
            // A call that leaves wakes the first in line; the place is not for a call that comes
            // now.
            do {
                left = left > 0 ? places.free.awaitNanos(left) : 0;
            } while (places.running == most && left > 0);
        } finally {
            places.waiting--;
        }
        places.isStuck = places.running == most;
        return !places.isStuck;
    }

    private void leave(String consumer, boolean wasShort) {
        lock.lock();
        try {
            Places places = consumers.get(consumer);
            places.running--;
            places.isStuck &= !wasShort;
            if (places.running == 0 && places.waiting == 0) {
                consumers.remove(consumer);
            } else {
                places.free.signal();
            }
        } finally {
            lock.unlock();
        }
    }
}
