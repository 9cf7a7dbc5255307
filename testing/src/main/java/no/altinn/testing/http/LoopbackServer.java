package no.altinn.testing.http;

import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import mockwebserver3.RecordedRequest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Another part of the platform: a server on a free loopback port with answers made ready. */
public final class LoopbackServer implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();

    /** A server whose answers are made ready one by one. */
    public LoopbackServer() {
        this(new QueueDispatcher());
    }

    /** A server that makes each answer when its request has come. */
    public LoopbackServer(Function<RecordedRequest, MockResponse> answer) {
        this(
                new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        return answer.apply(request);
                    }
                });
    }

    private LoopbackServer(Dispatcher dispatcher) {
        server.setDispatcher(dispatcher);
        server.setServerSocketFactory(new PromptServerSockets());
        try {
            server.start(InetAddress.getLoopbackAddress(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the next answer ready. */
    public void answer(int status, String body) {
        answer(new MockResponse.Builder().code(status).body(body).build());
    }

    /** Makes the next answer ready. */
    public void answer(MockResponse response) {
        server.enqueue(response);
    }

    /** The server's address with a path. */
    public URI uri(String path) {
        return URI.create(server.url(path).toString());
    }

    /** How many requests have arrived. */
    public int requests() {
        return server.getRequestCount();
    }

    /** The oldest request that was not taken yet. */
    public RecordedRequest take() {
        try {
            RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("No request arrived");
            }
            return request;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
