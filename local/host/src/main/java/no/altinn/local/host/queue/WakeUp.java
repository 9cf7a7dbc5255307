package no.altinn.local.host.queue;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A signal that is kept until a thread waits for it. Several signals before a wait count as one.
 */
final class WakeUp {
    private final Semaphore signals = new Semaphore(0);

    void signal() {
        signals.release();
    }

    /** Waits for a signal, but not longer than this. */
    void await(Duration longest) throws InterruptedException {
        if (signals.tryAcquire(Math.max(0, longest.toNanos()), TimeUnit.NANOSECONDS)) {
            signals.drainPermits();
        }
    }
}
