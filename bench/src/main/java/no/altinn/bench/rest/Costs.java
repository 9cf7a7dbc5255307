package no.altinn.bench.rest;

import no.altinn.bench.delivery.Connections;
import no.altinn.bench.delivery.Figures;
import no.altinn.bench.delivery.Platform;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The processor time that the platform takes for a publication, and for metadata that the client
 * has already: four connections ask for the same as fast as they are answered, in turns. What is
 * done after the answer, such as the relay, counts as far as it is done before the last answer.
 */
final class Costs {
    private static final int CONNECTIONS = 4;

    private final Platform platform;
    private final String owner;
    private final String tag;
    private final int requests;
    private final AtomicInteger published = new AtomicInteger();

    /**
     * @param requests how many there are in each turn
     */
    Costs(Platform platform, int requests) throws IOException {
        this.platform = platform;
        this.owner = platform.ownersToken();
        this.tag = platform.ask(Requests.metadata("\"none\"")).tag();
        this.requests = requests;
    }

    /** Takes one turn of each, from rest. */
    void turn(Figures ofEvents, Figures ofMetadata) throws Exception {
        add(ofEvents, any -> publication(), 200);
        add(ofMetadata, any -> Requests.metadata(tag), 304);
    }

    private byte[] publication() {
        return Platform.publication(owner, "cost-" + published.getAndIncrement(), "ttd-cost");
    }

    private void add(Figures figures, Connections.Request request, int status) throws Exception {
        platform.awaitRest();
        double before = platform.cpuSeconds();
        platform.connections(CONNECTIONS).send(requests, request, status);
        double after = platform.cpuSeconds();
        figures.add(
                "processor time for a publication, for unchanged metadata, ms",
                (after - before) * 1000 / requests);
    }
}
