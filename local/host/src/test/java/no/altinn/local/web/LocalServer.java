package no.altinn.local.web;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Handlers behind a real web server on a free port of the loopback interface, and a client. */
public final class LocalServer implements AutoCloseable {
    private final Server server = new Server();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ServerConnector connector = new ServerConnector(server);

    private LocalServer(Handler... handlers) {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Sequence(handlers));
    }

    /** Serves the handlers, the first that handles a request wins. */
    public static LocalServer start(Handler... handlers) {
        LocalServer local = new LocalServer(handlers);
        try {
            local.server.start();
            return local;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it listens, without a slash at the end. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    /** A request to a path and query, to be completed and sent. */
    public HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base().resolve(path));
    }

    /** Sends a request and waits for the answer's text. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** GET. */
    public HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    /** POST of a text as it is. */
    public HttpResponse<String> post(String path, String body) {
        return send(to(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The client, for what the other methods cannot do. */
    public HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
