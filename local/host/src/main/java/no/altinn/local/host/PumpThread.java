package no.altinn.local.host;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The one thread of a pump: repeats a turn until it is closed, whatever a turn throws. When a turn
 * throws, the thread tells so, in the log and by its health, and takes the next turn after a
 * second: a source may fail for a while.
 */
public final class PumpThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PumpThread.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** One round of a pump. */
    @FunctionalInterface
    public interface Turn {
        /**
         * Does one piece of work. The turn may wait for work, but must look at {@link #isStopping}
         * every few seconds.
         */
        void take(PumpThread self) throws InterruptedException;
    }

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private final Duration grace;
    private final Turn turn;
    private final LoopHealth health;

    private PumpThread(String name, Duration grace, Turn turn, LoopHealth health) {
        this.grace = grace;
        this.turn = turn;
        this.health = health;
        this.thread = InvocationThreads.daemon(this::repeat, name);
    }

    /**
     * Starts the turns.
     *
     * @param grace how long {@link #close} waits for the turn that runs
     * @param health is told what becomes of each turn, by the thread's name
     */
    public static PumpThread start(String name, Duration grace, Turn turn, LoopHealth health) {
        PumpThread pump = new PumpThread(name, grace, turn, health);
        pump.thread.start();
        return pump;
    }

    private void repeat() {
        while (!isStopping()) {
            try {
                if (!isTurnTaken()) {
                    pause(PAUSE_AFTER_FAILURE);
                }
            } catch (InterruptedException e) {
                // Closing interrupts too, and ends the loop. What a function does must not.
                LOG.debug("{} was interrupted", thread.getName(), e);
            }
        }
    }

    private boolean isTurnTaken() throws InterruptedException {
        try {
            turn.take(this);
            health.succeeded(thread.getName());
            return true;
        } catch (RuntimeException | Error e) {
            tell(e);
            return false;
        }
    }

    private void tell(Throwable failure) {
        health.failed(thread.getName(), failure);
        try {
            LOG.warn("{} failed and goes on soon", thread.getName(), failure);
        } catch (RuntimeException | Error e) {
            // Without memory there may be none to tell of it, and the next turn matters more.
        }
    }

    /** Whether the pump is being closed. */
    public boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Waits; the wait ends early when the pump is being closed. */
    public void pause(Duration length) throws InterruptedException {
        if (stopping.await(length.toNanos(), TimeUnit.NANOSECONDS)) {
            LOG.debug("{} ends a pause early", thread.getName());
        }
    }

    /** Makes the turn that runs the last one, without waiting for it. */
    public void stop() {
        stopping.countDown();
    }

    /** Waits for the turn that runs to end, and interrupts it if that takes too long. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(Math.max(1, grace.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
