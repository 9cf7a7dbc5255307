package no.altinn.local.host;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The one thread of a pump: repeats a turn until it is closed. A turn that throws is logged and
 * tried again after a second, so that a source that fails for a while stops nothing for good.
 */
public final class PumpThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PumpThread.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    /** What a pump does over and over. */
    @FunctionalInterface
    public interface Turn {
        /** Does one piece of work; may wait for it, but not for long without a look at the end. */
        void take(PumpThread self) throws InterruptedException;
    }

    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private final Duration grace;
    private final Turn turn;

    private PumpThread(String name, Duration grace, Turn turn) {
        this.grace = grace;
        this.turn = turn;
        this.thread = InvocationThreads.daemon(this::repeat, name);
    }

    /**
     * Starts the turns.
     *
     * @param grace how long {@link #close} waits for the turn that runs
     */
    public static PumpThread start(String name, Duration grace, Turn turn) {
        PumpThread pump = new PumpThread(name, grace, turn);
        pump.thread.start();
        return pump;
    }

    private void repeat() {
        try {
            while (!isStopping()) {
                takeTurn();
            }
        } catch (InterruptedException e) {
            LOG.debug("{} was interrupted", thread.getName(), e);
        }
    }

    private void takeTurn() throws InterruptedException {
        try {
            turn.take(this);
        } catch (RuntimeException | Error e) {
            LOG.warn("{} failed and goes on soon", thread.getName(), e);
            pause(PAUSE_AFTER_FAILURE);
        }
    }

    /** Whether the pump is being closed. */
    public boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Waits, but no longer than until the pump is being closed. */
    public void pause(Duration length) throws InterruptedException {
        if (stopping.await(length.toNanos(), TimeUnit.NANOSECONDS)) {
            LOG.debug("{} ends a pause early", thread.getName());
        }
    }

    /** Lets the turn that runs be the last one, without a wait for it. */
    public void stop() {
        stopping.countDown();
    }

    /** Lets the turn that runs come to its end, or interrupts it if that takes too long. */
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
