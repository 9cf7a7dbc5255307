package no.altinn.local.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A subscriber's server that does what the platform's own inboxes cannot. */
final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch patience = new CountDownLatch(1);

    private Receiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
    }

    /** One that takes everything, and outlives the platform. */
    static Receiver taking() {
        Receiver receiver = new Receiver();
        receiver.serve(exchange -> receiver.answer(exchange, 200));
        return receiver;
    }

    /** One that takes nothing, and says so by this status. */
    static Receiver failing(int status) {
        Receiver receiver = new Receiver();
        receiver.serve(exchange -> receiver.answer(exchange, status));
        return receiver;
    }

    /** One that sends everything on to another address. */
    static Receiver redirecting(int status, String location) {
        Receiver receiver = new Receiver();
        receiver.serve(
                exchange -> {
                    exchange.getResponseHeaders().set("Location", location);
                    receiver.answer(exchange, status);
                });
        return receiver;
    }

    /** One that does not answer before it is {@linkplain #letGo let go}. */
    static Receiver holding() {
        Receiver receiver = new Receiver();
        receiver.serve(
                exchange -> {
                    receiver.hold();
                    receiver.answer(exchange, 200);
                });
        return receiver;
    }

    private interface Behaviour {
        void apply(HttpExchange exchange) throws IOException;
    }

    private void serve(Behaviour behaviour) {
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    received.add(new String(body, StandardCharsets.UTF_8));
                    behaviour.apply(exchange);
                });
        server.start();
    }

    private void hold() {
        try {
            patience.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    String endPoint() {
        return "http://127.0.0.1:%d/in".formatted(server.getAddress().getPort());
    }

    /** The bodies that have come, answered or not. */
    List<String> received() {
        return List.copyOf(received);
    }

    void letGo() {
        patience.countDown();
    }

    @Override
    public void close() {
        letGo();
        server.stop(0);
        threads.shutdownNow();
    }
}
