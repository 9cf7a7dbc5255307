package no.altinn.rest.print;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Prints two documents at a time, in the order in which they came: a long one takes seconds of a
 * processor and many times its size in memory. Thread-safe.
 */
final class Press {
    /** How many are printed at a time. */
    static final int AT_ONCE = 2;

    /** How many more may wait. */
    static final int WAITING = 20;

    private final Semaphore printing = new Semaphore(AT_ONCE, true);
    private final Semaphore places = new Semaphore(AT_ONCE + WAITING);

    /**
     * Waits for a turn and prints.
     *
     * @throws TooManyPrints at once if as many wait as may
     */
    byte[] print(Supplier<byte[]> document) {
        if (!places.tryAcquire()) {
            throw new TooManyPrints();
        }
        try {
            printing.acquireUninterruptibly();
            try {
                return document.get();
            } finally {
                printing.release();
            }
        } finally {
            places.release();
        }
    }

    /** How many wait at this moment. */
    int waiting() {
        return printing.getQueueLength();
    }
}
