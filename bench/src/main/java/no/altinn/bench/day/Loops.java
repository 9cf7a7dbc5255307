package no.altinn.bench.day;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The parts of the day, each repeated on a thread of its own until the end. */
final class Loops implements AutoCloseable {
    private final List<Thread> threads = new ArrayList<>();
    private final Counts errors;
    private volatile boolean isOver;

    Loops(Counts errors) {
        this.errors = errors;
    }

    /** A part of the day. */
    @FunctionalInterface
    interface Part {
        void once() throws Exception;
    }

    /** Does a part again and again, with a pause after each time. */
    void start(String name, Duration pause, Part part) {
        Thread thread = new Thread(() -> repeat(name, pause, part), name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void repeat(String name, Duration pause, Part part) {
        while (!isOver) {
            try {
                part.once();
            } catch (InterruptedException e) {
                return;
            } catch (Unexpected e) {
                errors.add(e.getMessage());
            } catch (Exception e) {
                errors.add(name + ": " + e);
            }
            try {
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Ends each part after its current turn, within 45 s. */
    @Override
    public void close() {
        isOver = true;
        long end = System.nanoTime() + Duration.ofSeconds(45).toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.forEach(Thread::interrupt);
    }
}
