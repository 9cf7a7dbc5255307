package no.altinn.bench.day;

import no.altinn.bench.delivery.Connection;
import no.altinn.bench.delivery.Platform;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Publishes to all resources in turn, over connections with a thread each. */
final class Publishing {
    private static final int CONNECTIONS = 32;
    private static final long AFTER_FAULT = 100_000_000;
    private static final long BEHIND = 5_000_000_000L;

    private final int port;
    private final String token;
    private final Ledger ledger;
    private final Counts counts;
    private final Counts errors;
    private final AtomicInteger next = new AtomicInteger();

    Publishing(int port, String token, Ledger ledger, Counts counts, Counts errors) {
        this.port = port;
        this.token = token;
        this.ledger = ledger;
        this.counts = counts;
        this.errors = errors;
    }

    /**
     * Publishes for a while. An event that would be over 5 s late is left out and counted.
     *
     * @param rate events a second; 0: as fast as they are answered
     */
    void run(double rate, double seconds) throws InterruptedException {
        long start = System.nanoTime();
        int first = next.get();
        Thread[] threads = new Thread[CONNECTIONS];
        for (int i = 0; i < CONNECTIONS; i++) {
            threads[i] = new Thread(() -> publish(first, start, rate, seconds), "publish-" + i);
            threads[i].setDaemon(true);
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void publish(int first, long start, double rate, double seconds) {
        long end = start + (long) (seconds * 1e9);
        while (System.nanoTime() < end) {
            try (Connection connection = new Connection(port)) {
                while (System.nanoTime() < end) {
                    int number = next.getAndIncrement();
                    long due =
                            rate > 0
                                    ? start + (long) ((number - first) * 1e9 / rate)
                                    : System.nanoTime();
                    if (due > end) {
                        return;
                    }
                    for (long wait = due - System.nanoTime();
                            wait > 0;
                            wait = due - System.nanoTime()) {
                        LockSupport.parkNanos(wait);
                    }
                    if (System.nanoTime() - due > BEHIND) {
                        counts.add("events left out, since publishing was 5 s late");
                    } else {
                        publish(connection, number);
                    }
                }
            } catch (IOException e) {
                errors.add("publish: " + e);
                LockSupport.parkNanos(AFTER_FAULT);
            }
        }
    }

    private void publish(Connection connection, int number) throws IOException {
        int resource = number % Ledger.RESOURCES;
        int one = number / Ledger.RESOURCES;
        int status =
                connection.send(
                        Platform.publication(
                                token, Ledger.id(resource, one), Ledger.resource(resource)));
        if (status == 200) {
            ledger.acknowledged(resource, one);
            counts.add("events published");
        } else {
            errors.add("publish: " + status);
        }
    }
}
