package no.altinn.local.web;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback from which nothing may be fetched. Thread-safe. */
public final class Trap implements AutoCloseable {
    private final AtomicInteger fetches = new AtomicInteger();
    private final LocalServer server =
            LocalServer.start(
                    Endpoints.builder()
                            .get(
                                    "/trap",
                                    request -> {
                                        fetches.incrementAndGet();
                                        return Answers.json("{}");
                                    })
                            .build());

    /** What a token may name to have it fetched. */
    public URI uri() {
        return URI.create(server.base() + "/trap");
    }

    /** How often it was fetched. */
    public int fetches() {
        return fetches.get();
    }

    @Override
    public void close() {
        server.close();
    }
}
