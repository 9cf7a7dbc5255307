package no.altinn.platform.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does again and again what each process has to do by itself, on one thread that does not hold the
 * process. Thread-safe.
 */
public final class Recurring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

    private static final Duration LAST_TURN = Duration.ofSeconds(5);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    turns -> Background.thread("recurring", turns));

    private Recurring() {}

    /**
     * Begins, after the first pause.
     *
     * @param pause from the end of a task to its next beginning, at least 1 ms
     * @param task may fail: it is done again after the next pause
     */
    public static Recurring every(Duration pause, Runnable task) {
        Recurring begun = new Recurring();
        Future<?> unused =
                begun.thread.scheduleWithFixedDelay(
                        () -> run(task), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return begun;
    }

    /** Logs a failure, since the executor would drop it together with all further turns. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Recurring work failed and is tried again", e);
        }
    }

    /**
     * Begins no further turn, and waits up to 5 s for one that is running: what the turn writes to
     * may be closed next.
     */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_TURN.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Recurring work has not ended in {} and is left behind", LAST_TURN);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
