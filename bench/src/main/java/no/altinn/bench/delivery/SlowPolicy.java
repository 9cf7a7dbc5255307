package no.altinn.bench.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** A policy decision point that takes 50 ms for each request, in front of the platform's own. */
final class SlowPolicy implements AutoCloseable {
    private static final long DELAY_NANOS = 50_000_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicReference<Platform> platform = new AtomicReference<>();
    private final HttpServer server;

    SlowPolicy() throws IOException {
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(threads);
        server.createContext("/", this::decide);
        server.start();
    }

    /** The settings that make a platform ask here. */
    Map<String, String> asSettings() {
        return Map.of(
                "Platform__AuthorizationBaseUri",
                "http://127.0.0.1:%d/authorization/api/v1/"
                        .formatted(server.getAddress().getPort()));
    }

    /** Sets which platform decides. */
    void of(Platform deciding) {
        platform.set(deciding);
    }

    /** How many requests have come. */
    int requests() {
        return requests.get();
    }

    private void decide(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.incrementAndGet();
        long end = System.nanoTime() + DELAY_NANOS;
        for (long wait = DELAY_NANOS; wait > 0; wait = end - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
        Connection.Answer answer = forward(exchange, body);
        byte[] json = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    private Connection.Answer forward(HttpExchange exchange, byte[] body) throws IOException {
        String head =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nOcp-Apim-Subscription-Key: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(
                                exchange.getRequestURI(),
                                exchange.getRequestHeaders().getFirst("Content-Type"),
                                exchange.getRequestHeaders().getFirst("Ocp-Apim-Subscription-Key"),
                                body.length);
        byte[] begin = head.getBytes(StandardCharsets.UTF_8);
        byte[] request = new byte[begin.length + body.length];
        System.arraycopy(begin, 0, request, 0, begin.length);
        System.arraycopy(body, 0, request, begin.length, body.length);
        try (Connection connection = new Connection(platform.get().port())) {
            return connection.ask(request);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
