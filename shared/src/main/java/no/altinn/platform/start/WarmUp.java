package no.altinn.platform.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Executor;

/**
 * Gets ready, beside the start of an app, what its first call would wait for. Nothing depends on
 * it: a call that comes before it is done waits for what is under way, and what fails here is tried
 * again at its first use. Thread-safe.
 */
public final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final Executor executor;

    /**
     * @param executor runs what is begun; it must not be the caller's own thread, except in tests
     */
    public WarmUp(Executor executor) {
        this.executor = executor;
    }

    /** Each task has a thread of its own, which ends with it and does not hold the process. */
    public static WarmUp inBackground() {
        return new WarmUp(
                task -> {
                    Thread thread = new Thread(task, "warm-up");
                    thread.setDaemon(true);
                    // Libraries look for their parts there, and the worker's own loader has none.
                    thread.setContextClassLoader(WarmUp.class.getClassLoader());
                    thread.start();
                });
    }

    /**
     * Begins a task.
     *
     * @param name what it does, for the log
     * @param task may fail; of a failure only the class is logged, as its text may quote secrets
     */
    public void begin(String name, Runnable task) {
        executor.execute(() -> run(name, task));
    }

    private static void run(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "{} failed and is left to the first call: {}",
                    name,
                    e.getClass().getSimpleName());
        }
    }
}
