package no.altinn.platform.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for calls beside the thread that asks, such as {@link SideBySide} or {@link InLanes}. */
public final class CallThreads {
    private static final Duration IDLE = Duration.ofSeconds(10);

    private CallThreads() {}

    /**
     * Threads that are made when they are needed, are gone after ten idle seconds, and do not keep
     * the process alive. Nothing waits for a thread: beyond the most, work is refused.
     *
     * @param name what the threads are called, before a number
     * @param most how many there are at most, 1 and up
     */
    public static Executor named(String name, int most) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                0,
                most,
                IDLE.toMillis(),
                TimeUnit.MILLISECONDS,
                new SynchronousQueue<>(),
                work -> {
                    Thread thread = new Thread(work, name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }
}
