package no.altinn.platform.concurrent;

import no.altinn.platform.client.Unavailable;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** The threads that work on one round: the thread that asks, and as many others as are free. */
final class Crew {
    private Crew() {}

    /** What is to be done, by as many threads as come. */
    interface Round extends Runnable {
        /** Counts what is not done yet. */
        CountDownLatch open();

        /** Has nothing further begun. */
        void stop();
    }

    /**
     * Works until the round is done.
     *
     * @param threads may refuse work
     * @param most how many threads work at once, the one that asks among them
     * @throws Unavailable if the thread is interrupted while it waits for the others; what runs
     *     goes on, and the round is stopped
     */
    static void work(Executor threads, int most, Round round) {
        try {
            for (int helpers = most - 1; helpers > 0; helpers--) {
                threads.execute(round);
            }
        } catch (RejectedExecutionException e) {
            // This thread and those that were free do all the work.
        }
        round.run();
        try {
            round.open().await();
        } catch (InterruptedException e) {
            round.stop();
            Thread.currentThread().interrupt();
            throw new Unavailable("The wait for work at its side was interrupted", e);
        }
    }

    /** Throws what work threw, which is unchecked. */
    static void rethrow(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
