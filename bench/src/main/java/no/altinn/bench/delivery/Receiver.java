package no.altinn.bench.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Endpoints on loopback. The path's first part says how an endpoint treats events: {@code ok} takes
 * them at once, {@code slow} after five seconds, {@code hang} never answers. Validations are always
 * answered at once.
 */
final class Receiver implements AutoCloseable {
    private static final long SLOW_SECONDS = 5;

    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private final AtomicInteger validations = new AtomicInteger();
    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
    private final HttpServer server;

    Receiver() throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        if (!body.contains("\"bench.event\"")) {
            validations.incrementAndGet();
            answer(exchange);
        } else if (path.startsWith("/ok/")) {
            int at = body.indexOf("\"id\":\"") + 6;
            String id = body.substring(at, body.indexOf('"', at));
            arrivals.putIfAbsent(path.substring(4) + " " + id, System.nanoTime());
            answer(exchange);
        } else if (path.startsWith("/slow/")) {
            CompletableFuture.delayedExecutor(SLOW_SECONDS, TimeUnit.SECONDS, threads)
                    .execute(() -> answer(exchange));
        }
    }

    private static void answer(HttpExchange exchange) {
        try {
            exchange.sendResponseHeaders(200, -1);
        } catch (IOException e) {
            // The caller has hung up meanwhile.
        }
        exchange.close();
    }

    /** The address of an endpoint. */
    String endPoint(String manner, int number) {
        return "http://127.0.0.1:%d/%s/%d".formatted(server.getAddress().getPort(), manner, number);
    }

    /** Waits until so many validations have come. */
    void awaitValidations(int count) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (validations.get() < count) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(validations + " of " + count + " were validated");
            }
            LockSupport.parkNanos(20_000_000);
        }
        // The outcome of the last one is kept by then.
        LockSupport.parkNanos(1_500_000_000);
    }

    /**
     * Waits until so many events have arrived at endpoints that are well.
     *
     * @param seconds how long to wait at most
     * @return whether they have
     */
    boolean awaitArrivals(int count, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (arrivals.size() < count && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        return arrivals.size() >= count;
    }

    /** When an event first arrived at an endpoint, in nanoseconds; 0 if it has not. */
    long arrival(int endPoint, String event) {
        return arrivals.getOrDefault(endPoint + " " + event, 0L);
    }

    /** Forgets what has arrived. */
    void forget() {
        arrivals.clear();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
