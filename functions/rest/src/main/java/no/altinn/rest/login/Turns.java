package no.altinn.rest.login;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets dear work be done by a few at a time, in the order in which they came. Thread-safe. Who has
 * a turn must not take another.
 */
public final class Turns {
    /** How many hash at a time. */
    static final int AT_ONCE = 2;

    /** How many more may wait: the last of them for some seconds. */
    static final int WAITING = 50;

    private final Semaphore working = new Semaphore(AT_ONCE, true);
    private final Semaphore places = new Semaphore(AT_ONCE + WAITING);

    /**
     * Waits for a turn and does the work.
     *
     * @throws TooManyLogins at once if as many wait as may
     */
    public <T> T take(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw new TooManyLogins();
        }
        try {
            working.acquireUninterruptibly();
            try {
                return work.get();
            } finally {
                working.release();
            }
        } finally {
            places.release();
        }
    }

    /** How many wait at this moment. */
    int waiting() {
        return working.getQueueLength();
    }
}
