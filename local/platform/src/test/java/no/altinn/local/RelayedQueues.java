package no.altinn.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before the queue service, and answers 503 in its place while the service is away. */
final class RelayedQueues implements AutoCloseable {
    /** What the client that asks the service sets by itself. */
    private static final Set<String> OF_A_CONNECTION =
            caseless("Connection", "Content-Length", "Expect", "Host", "Transfer-Encoding");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final URI service;
    private volatile boolean isAway;

    /** Relays to the service at an address. */
    RelayedQueues(URI service) {
        this.service = service;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::relay);
        server.start();
    }

    private static Set<String> caseless(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void leave() {
        isAway = true;
    }

    void comeBack() {
        isAway = false;
    }

    private void relay(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (isAway) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            HttpResponse<byte[]> answer =
                    client.send(asked(exchange, body), BodyHandlers.ofByteArray());
            answer.headers()
                    .map()
                    .forEach(
                            (name, values) -> {
                                if (!OF_A_CONNECTION.contains(name)) {
                                    exchange.getResponseHeaders().put(name, values);
                                }
                            });
            int length = answer.body().length;
            exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest asked(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(exchange.getRequestURI()))
                        .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (!OF_A_CONNECTION.contains(name)) {
                                values.forEach(value -> request.header(name, value));
                            }
                        });
        return request.build();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
