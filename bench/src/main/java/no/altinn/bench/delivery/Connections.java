package no.altinn.bench.delivery;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Keep-alive connections to one platform, with a thread each. */
public final class Connections {
    private final int port;
    private final int count;

    Connections(int port, int count) {
        this.port = port;
        this.count = count;
    }

    /** One request of many. */
    @FunctionalInterface
    public interface Request {
        /** The bytes of the request with this number, counted from 0. */
        byte[] number(int number);
    }

    /** Sends so many requests as fast as they are answered; each must have one of the statuses. */
    public void send(int requests, Request request, int... statuses) throws Exception {
        send(requests, 0, request, statuses);
    }

    /**
     * Sends so many requests, each due at its own time, so that a stall is not hidden.
     *
     * @param rate requests a second; 0: as fast as they are answered
     */
    void send(int requests, double rate, Request request, int... statuses) throws Exception {
        run(requests, rate, request, (number, due) -> {}, statuses);
    }

    /**
     * Sends requests at a rate and says how long each answer took, from when its request was due.
     *
     * @param rate requests a second
     * @param skipped how many of the first requests are not counted
     */
    public Latencies latencies(
            int requests, double rate, int skipped, Request request, int... statuses)
            throws Exception {
        double[] millis = new double[requests];
        run(
                requests,
                rate,
                request,
                (number, due) -> millis[number] = (System.nanoTime() - due) / 1e6,
                statuses);
        return new Latencies(Arrays.copyOfRange(millis, skipped, requests));
    }

    /** Hears of each answer when it is there. */
    @FunctionalInterface
    private interface Answered {
        void answered(int number, long due);
    }

    private void run(int requests, double rate, Request request, Answered answered, int... statuses)
            throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Exception> fault = new AtomicReference<>();
        CountDownLatch done = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            new Thread(
                            () -> {
                                try (Connection connection = new Connection(port)) {
                                    for (int n = next.getAndIncrement();
                                            n < requests && fault.get() == null;
                                            n = next.getAndIncrement()) {
                                        long due =
                                                rate > 0
                                                        ? start + (long) (n * 1e9 / rate)
                                                        : System.nanoTime();
                                        waitUntil(due);
                                        expect(connection.send(request.number(n)), statuses);
                                        answered.answered(n, due);
                                    }
                                } catch (Exception e) {
                                    fault.compareAndSet(null, e);
                                } finally {
                                    done.countDown();
                                }
                            },
                            "load-" + i)
                    .start();
        }
        done.await();
        if (fault.get() != null) {
            throw fault.get();
        }
    }

    private static void expect(int status, int... statuses) {
        for (int expected : statuses) {
            if (status == expected) {
                return;
            }
        }
        throw new IllegalStateException("The platform answered " + status);
    }

    private static void waitUntil(long due) {
        for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }
}
