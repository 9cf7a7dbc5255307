package no.altinn.local.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import no.altinn.platform.json.Json;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An endpoint of subscriptions that outlives the platform. Thread-safe. */
final class Receiver implements AutoCloseable {
    private static final String VALIDATION = "platform.events.validatesubscription";

    /** How the endpoint answers. */
    @FunctionalInterface
    interface Behaviour {
        /** Answers with 200 at once. */
        Behaviour WELL = before -> 200;

        /**
         * The status to answer with; may wait.
         *
         * @param before how many requests of the same kind came before
         */
        int status(int before) throws InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<String> validations = new ConcurrentLinkedQueue<>();
    private final Queue<String> received = new ConcurrentLinkedQueue<>();
    private final Queue<String> accepted = new ConcurrentLinkedQueue<>();
    private final Queue<String> acceptedAt = new ConcurrentLinkedQueue<>();
    private volatile Behaviour onValidation = Behaviour.WELL;
    private volatile Behaviour onDelivery = Behaviour.WELL;

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI endPoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/proof");
    }

    /** From now on, the validation of a subscription is answered so. */
    void onValidation(Behaviour behaviour) {
        onValidation = behaviour;
    }

    /** From now on, deliveries are answered so. */
    void onDelivery(Behaviour behaviour) {
        onDelivery = behaviour;
    }

    /** How often a validation was asked for. */
    int validations() {
        return validations.size();
    }

    /** The ids of events that came, whatever was answered. */
    List<String> received() {
        return List.copyOf(received);
    }

    /** The ids of events that were answered with success. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    /** The paths of the endpoints at which an event was answered with success. */
    List<String> acceptedAt() {
        return List.copyOf(acceptedAt);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode event =
                    Json.parse(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
            String id = event.get("id").textValue();
            boolean isValidation = event.get("type").textValue().equals(VALIDATION);
            int status =
                    isValidation
                            ? status(onValidation, validations, id)
                            : status(onDelivery, received, id);
            exchange.sendResponseHeaders(status, -1);
            if (!isValidation && status == 200) {
                accepted.add(id);
                acceptedAt.add(exchange.getRequestURI().getPath());
            }
        }
    }

    private static int status(Behaviour behaviour, Queue<String> requests, String id) {
        int before;
        synchronized (requests) {
            before = requests.size();
            requests.add(id);
        }
        try {
            return behaviour.status(before);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 503;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
