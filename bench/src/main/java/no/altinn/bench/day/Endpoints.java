package no.altinn.bench.day;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Endpoints on loopback, numbered as their resources. One sick endpoint hangs, the other answers
 * 503; both answer validations. Thread-safe.
 */
final class Endpoints implements AutoCloseable {
    // Longer than the platform waits.
    private static final int HANGS_SECONDS = 45;

    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final AtomicInteger validations = new AtomicInteger();
    private final Ledger ledger;
    private final Counts counts;
    private final HttpServer server;

    Endpoints(Ledger ledger, Counts counts) throws IOException {
        this.ledger = ledger;
        this.counts = counts;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    String address(int resource) {
        return "http://127.0.0.1:%d/%d".formatted(server.getAddress().getPort(), resource);
    }

    int validations() {
        return validations.get();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int resource = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
        if (!body.contains("\"bench.event\"")) {
            validations.incrementAndGet();
            answer(exchange, 200);
        } else if (resource < Ledger.FIRST_SICK) {
            Ledger.seen(body, ledger.pushed(resource));
            counts.add("pushes received");
            answer(exchange, 200);
        } else if (resource == Ledger.FIRST_SICK) {
            counts.add("pushes to the endpoint that hangs");
            CompletableFuture.delayedExecutor(HANGS_SECONDS, TimeUnit.SECONDS, threads)
                    .execute(() -> answer(exchange, 200));
        } else {
            counts.add("pushes answered 503");
            answer(exchange, 503);
        }
    }

    private static void answer(HttpExchange exchange, int status) {
        try {
            exchange.sendResponseHeaders(status, -1);
        } catch (IOException e) {
            // The platform has hung up meanwhile.
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
