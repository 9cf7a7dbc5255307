package no.altinn.platform.start;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.failsafe.event.ExecutionAttemptedEvent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Gets ready, beside the start of an app, what its first call would wait for. Nothing depends on
 * it: a call that comes before it is done waits for what is under way, and what fails here is tried
 * again at its first use. Thread-safe.
 */
public final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private static final int TRIES = 4;

    /** A little longer than a failed first read is left alone. */
    private static final Duration PAUSE = Duration.ofSeconds(6);

    /** By then a process that a call has started has most likely answered it. */
    private static final Duration LATER = Duration.ofSeconds(3);

    private final Executor executor;
    private final Executor later;
    private final Duration pause;

    /**
     * A failed task is tried again without a pause, and no task waits.
     *
     * @param executor runs what is begun; it must not be the caller's own thread, except in tests
     */
    public WarmUp(Executor executor) {
        this(executor, executor, Duration.ZERO);
    }

    private WarmUp(Executor executor, Executor later, Duration pause) {
        this.executor = executor;
        this.later = later;
        this.pause = pause;
    }

    /**
     * Each task has a thread of its own, which ends with it and does not hold the process. A task
     * that fails is tried four times, 6 s apart.
     */
    public static WarmUp inBackground() {
        Executor threads = task -> Background.thread("warm-up", task).start();
        return new WarmUp(
                threads,
                CompletableFuture.delayedExecutor(LATER.toMillis(), TimeUnit.MILLISECONDS, threads),
                PAUSE);
    }

    /**
     * Begins a task.
     *
     * @param name what it does, for the log
     * @param task may fail, and is tried again then; of the first failure the class is logged, as
     *     its text may quote secrets
     */
    public void begin(String name, Runnable task) {
        executor.execute(() -> run(name, task));
    }

    /**
     * Begins a task 3 s later: what the first call does not need would only take its processor.
     *
     * @param name what it does, for the log
     * @param task as {@link #begin} takes it
     */
    public void beginLater(String name, Runnable task) {
        later.execute(() -> run(name, task));
    }

    private void run(String name, Runnable task) {
        RetryPolicy<Object> retries =
                RetryPolicy.builder()
                        .handle(RuntimeException.class)
                        .withMaxAttempts(TRIES)
                        .withDelayFn(tried -> pause)
                        .onFailedAttempt(tried -> told(name, tried))
                        .build();
        try {
            Failsafe.with(retries).run(task::run);
        } catch (RuntimeException e) {
            LOG.debug("{} was given up", name, e);
        } catch (LinkageError e) {
            // No retry mends a package that lacks a class, so this is told here alone.
            LOG.warn("{} failed: {}", name, e.getClass().getSimpleName());
        }
    }

    /** Once is enough: the first call that needs it tells more. */
    private static void told(String name, ExecutionAttemptedEvent<Object> tried) {
        if (tried.getAttemptCount() == 1) {
            LOG.warn(
                    "{} failed; it is tried again, at the latest by the first call: {}",
                    name,
                    tried.getLastException().getClass().getSimpleName());
        }
    }
}
