package no.altinn.acceptance.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import no.altinn.events.portal.Portal;
import no.altinn.events.portal.PortalSettings;
import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The portal as the Events app serves it, before an API that knows {@link CannedApi canned things},
 * with stand-ins for the logins, on a free port of this machine. Thread-safe.
 */
final class PortalStub implements AutoCloseable {
    /** A subject's token: unsigned, since nobody here checks it. */
    static final String TOKEN = token("{\"urn:altinn:org\":\"ttd\",\"exp\":4102444800}");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Portal portal;
    private final StubRoutes routes;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();

    private PortalStub(HttpServer server) {
        this.server = server;
        this.portal =
                new Portal(
                        new PortalSettings(
                                base(),
                                Optional.of(
                                        new PortalSettings.IdPorten(
                                                base().resolve("idporten/"), "portal")),
                                base().resolve("authentication/api/v1/"),
                                Optional.of("/docs/test-callers.json")));
        this.routes = new StubRoutes(base(), new CannedApi(Clock.systemUTC().instant()));
    }

    static PortalStub start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            PortalStub stub = new PortalStub(server);
            server.createContext("/", stub::answer);
            server.setExecutor(stub.threads);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String token(String claims) {
        return "e30."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }

    /** Its address with a slash at the end. */
    URI base() {
        return URI.create("http://localhost:%d/".formatted(server.getAddress().getPort()));
    }

    /** What it knows. */
    StubRoutes routes() {
        return routes;
    }

    /** The requests until now: method, path with query, and body. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** What stood in the header Authorization of the API's requests. */
    List<String> tokens() {
        return List.copyOf(tokens);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            URI address = exchange.getRequestURI();
            asked.add(exchange.getRequestMethod() + " " + address + " " + body);
            Answer answer =
                    address.getPath().startsWith("/events/portal")
                            ? page(address.getPath(), exchange)
                            : routes.answer(request(exchange, body));
            if (address.getPath().startsWith("/events/api/")) {
                tokens.add(
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                                .orElse(""));
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer page(String path, HttpExchange exchange) {
        String file = path.replaceFirst("^/events/portal/?", "");
        Answer answer =
                portal.files()
                        .answer(file.isEmpty() ? Portal.PAGE : file, request(exchange, ""))
                        .orElse(Answer.empty(404));
        for (Map.Entry<String, String> header : portal.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    private Request request(HttpExchange exchange, String body) {
        return new Request(
                exchange.getRequestMethod(),
                base().resolve(exchange.getRequestURI().toString()),
                exchange.getRequestHeaders().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        header -> String.join(",", header.getValue()))),
                body);
    }

    /** The body of the last request of a method and path, as JSON. */
    JsonNode lastBody(String start) {
        return asked().stream()
                .filter(one -> one.startsWith(start))
                .reduce((first, second) -> second)
                .map(one -> Json.parse(one.substring(one.indexOf(' ', one.indexOf(' ') + 1) + 1)))
                .orElseThrow(() -> new AssertionError(start + " is not among " + asked()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
