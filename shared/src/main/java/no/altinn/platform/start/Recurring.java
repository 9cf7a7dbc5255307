package no.altinn.platform.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Does again and again what each process has to do by itself, on one thread that does not hold the
 * process. Thread-safe.
 */
public final class Recurring implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Recurring.class);

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

    /** Begins no further turn. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
