package no.altinn.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The files of a folder on a free port of this machine, some of them with another text. */
final class StaticSite implements AutoCloseable {
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "js", "text/javascript", "css", "text/css");

    private final Path folder;
    private final HttpServer server;

    private volatile Map<String, String> otherTexts = Map.of();

    private StaticSite(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    static StaticSite of(Path folder) {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StaticSite site = new StaticSite(folder.toAbsolutePath().normalize(), server);
            server.createContext("/", site::answer);
            server.start();
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its address with a slash at the end. */
    URI base() {
        return URI.create("http://localhost:%d/".formatted(server.getAddress().getPort()));
    }

    /** Its origin, as browsers name it. */
    String origin() {
        return base().toString().replaceAll("/$", "");
    }

    /** Serves other texts from now on, by the names of the files. */
    void serve(Map<String, String> texts) {
        otherTexts = Map.copyOf(texts);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestURI().getPath().substring(1);
            String name = asked.isEmpty() ? "index.html" : asked;
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] bytes =
                    otherTexts
                            .getOrDefault(name, Files.readString(file))
                            .getBytes(StandardCharsets.UTF_8);
            String type = TYPES.getOrDefault(name.replaceAll(".*\\.", ""), "text/plain");
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
