package no.altinn.bench.rest;

import no.altinn.bench.delivery.Connection;
import no.altinn.bench.delivery.Connections;
import no.altinn.bench.delivery.Figures;
import no.altinn.bench.delivery.Latencies;
import no.altinn.bench.delivery.Platform;

import java.io.IOException;
import java.util.stream.IntStream;

/** A page of 50 messages and one of 50 events, each asked for 200 times a second, in turns. */
final class Pages {
    private static final int SIZE = 50;
    private static final int RATE = 200;
    private static final int WARM_UP = 2;
    private static final int CONNECTIONS = 4;
    private static final int BATCH = 500;
    private static final int RESOURCES = 1_000;

    private final Platform platform;
    private final String owner;
    private final String person;
    private final int seconds;

    /**
     * @param seconds how long each turn lasts; its first two seconds are not counted
     */
    Pages(Platform platform, int seconds) throws IOException {
        this.platform = platform;
        this.owner = platform.ownersToken();
        this.person = platform.personsToken();
        this.seconds = seconds;
    }

    /** Stores events of a thousand resources. */
    void store(int events) throws Exception {
        platform.connections(CONNECTIONS)
                .send(
                        events / BATCH,
                        batch ->
                                Platform.publications(
                                        owner,
                                        IntStream.range(batch * BATCH, (batch + 1) * BATCH)
                                                .mapToObj(
                                                        n ->
                                                                Platform.event(
                                                                        "stored-" + n,
                                                                        resource(n)))),
                        200);
    }

    /**
     * Makes sure that both pages are full.
     *
     * @throws IllegalStateException if one is not
     */
    void check() throws IOException {
        check(events(0), "\"specversion\"");
        check(Requests.messages(person), "\"MessageId\":");
    }

    private void check(byte[] request, String mark) throws IOException {
        Connection.Answer answer = platform.ask(request);
        int found = answer.body().split(mark, -1).length - 1;
        if (answer.status() != 200 || found != SIZE) {
            throw new IllegalStateException(
                    "%d, with %d of %s".formatted(answer.status(), found, mark));
        }
    }

    /** Takes one turn of each. */
    void turn(Figures ofEvents, Figures ofMessages) throws Exception {
        add(ofEvents, this::events);
        add(ofMessages, number -> Requests.messages(person));
    }

    private void add(Figures figures, Connections.Request request) throws Exception {
        Latencies all =
                platform.connections(CONNECTIONS)
                        .latencies(seconds * RATE, RATE, WARM_UP * RATE, request, 200);
        figures.add("a page of 50 at 200/s, p50 ms", all.quantile(0.5));
        figures.add("a page of 50 at 200/s, p99 ms", all.quantile(0.99));
    }

    private byte[] events(int number) {
        return Requests.events(owner, resource(number));
    }

    private static String resource(int number) {
        return "ttd-page-" + number % RESOURCES;
    }
}
