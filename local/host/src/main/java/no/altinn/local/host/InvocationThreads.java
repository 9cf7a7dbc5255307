package no.altinn.local.host;

import java.time.Duration;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for functions that run at once: made when needed, gone after ten idle seconds. Their
 * number has no bound of its own, so each caller bounds its tasks. Thread-safe.
 */
public final class InvocationThreads implements AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final ThreadPoolExecutor threads;
    private final Duration grace;

    /**
     * Threads with a name.
     *
     * @param grace how long {@link #close} waits for what runs
     */
    public InvocationThreads(String name, Duration grace) {
        AtomicInteger number = new AtomicInteger();
        this.grace = grace;
        this.threads =
                new ThreadPoolExecutor(
                        0,
                        Integer.MAX_VALUE,
                        IDLE.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new SynchronousQueue<>(),
                        task -> daemon(task, name + "-" + number.incrementAndGet()));
    }

    /** A thread that does not keep the process alive. */
    public static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Runs a task soon.
     *
     * @throws java.util.concurrent.RejectedExecutionException after {@link #close}
     */
    public void run(Runnable task) {
        threads.execute(task);
    }

    /** Takes no more tasks, waits for running tasks, and interrupts them if they take too long. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
