package no.altinn.local.host.http;

import org.eclipse.jetty.util.thread.Scheduler;

import java.util.concurrent.TimeUnit;

/**
 * Looks at a body's progress at the end of each window, until it is stopped or the pace is lost.
 * Jetty's own means do not do: {@code MinimumDataRateHandler} counts the bytes of all requests
 * together, and nothing reads {@code HttpConfiguration.setMinRequestDataRate}. Thread-safe.
 */
final class PaceWatch {
    private final Progress progress;
    private final long windowMillis;
    private final Scheduler scheduler;
    private final Runnable tooSlow;
    private boolean started;
    private boolean stopped;
    private Scheduler.Task next = () -> false;

    /**
     * A watch that has not begun.
     *
     * @param tooSlow runs once, on the scheduler's thread, when the pace is lost
     */
    PaceWatch(Progress progress, HttpLimits.Pace pace, Scheduler scheduler, Runnable tooSlow) {
        this.progress = progress;
        this.windowMillis = pace.window().toMillis();
        this.scheduler = scheduler;
        this.tooSlow = tooSlow;
    }

    /** Begins to watch; nothing if it has begun, or was stopped before. */
    synchronized void start() {
        if (!started && !stopped) {
            started = true;
            scheduleNext();
        }
    }

    /** Ends the watch for good. */
    synchronized void stop() {
        stopped = true;
        next.cancel();
    }

    private void scheduleNext() {
        next = scheduler.schedule(this::look, windowMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (isLost()) {
            tooSlow.run();
        }
    }

    private synchronized boolean isLost() {
        if (stopped) {
            return false;
        }
        if (progress.endWindow()) {
            scheduleNext();
            return false;
        }
        stopped = true;
        return true;
    }
}
