package no.altinn.testing.cosmos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import no.altinn.testing.cosmos.sql.SyntaxError;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The server, on a free loopback port, until it is closed. Thread-safe. */
public final class CosmosServer implements AutoCloseable {
    /** Tells the ledger of a scan; Cosmos DB tells of it in its query metrics. */
    static final String SCANNED = "x-scanned";

    /** The level of consistency of every account but those of tests about levels. */
    public static final Level DEPLOYED = Level.STRONG;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Replicas replicas;
    private final Account account;
    private final Faults faults = new Faults();
    private final Ledger ledger = new Ledger();
    private final AtomicLong answers = new AtomicLong();

    /** Starts an empty server whose containers have one range each. */
    public CosmosServer() {
        this(1);
    }

    /** Starts an empty server with a right clock. */
    public CosmosServer(int ranges) {
        this(ranges, Clock.systemUTC());
    }

    /**
     * Starts an empty server.
     *
     * @param ranges in how many physical partitions each container begins, 1 to 64
     */
    public CosmosServer(int ranges, Clock clock) {
        this(ranges, new Replicas(clock, DEPLOYED));
    }

    CosmosServer(int ranges, Replicas replicas) {
        this.replicas = replicas;
        account = new Account(ranges, replicas);
        // Without it each answer waits for the client's delayed acknowledgement: 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it is. */
    public URI endpoint() {
        return URI.create("http://localhost:%d/".formatted(server.getAddress().getPort()));
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    /** Who answers reads. */
    public Replicas replicas() {
        return replicas;
    }

    /** What was asked. */
    public Ledger ledger() {
        return ledger;
    }

    /** How many requests of any kind have been answered. */
    public long requests() {
        return answers.get();
    }

    /**
     * Splits a physical partition as a container grows: the documents whose hierarchical keys begin
     * with these values lie in two afterwards. A request for the old one is answered with 410.
     */
    public void split(String container, Object... key) {
        account.split(container, List.of(key));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Request.of(exchange);
            Optional<Fault> fault = faults.take(request.operation());
            Optional<Answer> answer =
                    fault.isPresent()
                            ? faulty(request, fault.get())
                            : Optional.of(answered(request));
            if (answer.isPresent()) {
                send(exchange, answer.get());
            }
        }
    }

    /** Empty when the connection is to end without an answer. */
    private Optional<Answer> faulty(Request request, Fault fault) {
        if (fault instanceof Fault.Refused refused) {
            Answer answer = new Refusal(refused.status(), "On demand.").answer();
            return Optional.of(
                    refused.retryAfter().isZero()
                            ? answer
                            : answer.with(
                                    "x-ms-retry-after-ms",
                                    Long.toString(refused.retryAfter().toMillis())));
        }
        if (fault instanceof Fault.After after) {
            after.action().run();
            return Optional.of(answered(request));
        }
        if (fault instanceof Fault.RefusedAfterCommit refused) {
            answered(request);
            return Optional.of(new Refusal(refused.status(), "On demand.").answer());
        }
        if (fault instanceof Fault.DroppedAfterCommit) {
            answered(request);
        }
        return Optional.empty();
    }

    private Answer answered(Request request) {
        Answer answer;
        try {
            answer = charged(request, replicas.factor(request));
        } catch (Refusal refusal) {
            answer = refusal.answer();
        }
        if (request.operation() != Operation.METADATA
                && request.operation() != Operation.QUERY_PLAN) {
            ledger.add(
                    new Ledger.Entry(
                            request.operation(),
                            answer.status(),
                            answer.charge(),
                            answer.headers().containsKey(SCANNED)));
        }
        return answer;
    }

    /** A refusal is charged for like an answer. */
    private Answer charged(Request request, int factor) {
        Answer usual;
        try {
            usual = account.answer(request, endpoint());
        } catch (Refusal refusal) {
            usual = refusal.answer();
        } catch (SyntaxError error) {
            usual = Refusal.of(error).answer();
        }
        return usual.costing(factor * usual.charge());
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("x-ms-request-charge", Double.toString(answer.charge()));
        exchange.getResponseHeaders()
                .set("x-ms-session-token", "0:-1#" + answers.incrementAndGet());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
