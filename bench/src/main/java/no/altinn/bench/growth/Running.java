package no.altinn.bench.growth;

import no.altinn.bench.delivery.Connection;
import no.altinn.bench.delivery.Platform;
import no.altinn.bench.rest.Requests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The local platform in a process of its own, over the stores of a size. Requests go over one
 * connection. Not thread-safe.
 */
final class Running implements AutoCloseable {
    private static final int TIMES = 200;
    private static final int PAGE = 50;
    private static final int OK = 200;

    private final Platform platform;
    private final Size size;
    private final String owner;
    private final String person;
    private final Places places = new Places();
    private Connection connection;
    private int published;

    private Running(Platform platform, Size size) throws IOException {
        this.platform = platform;
        this.size = size;
        this.owner = platform.ownersToken();
        this.person = platform.personsToken();
        this.connection = new Connection(platform.port());
    }

    /**
     * Starts it, and waits until it has relayed what was stored.
     *
     * @param command takes the options of {@code run-local}
     */
    static Running over(Path command, Path data, Size size) throws IOException {
        Platform platform = Platform.startOver(command, data);
        try {
            platform.awaitRest();
            return new Running(platform, size);
        } catch (IOException e) {
            platform.close();
            throw e;
        }
    }

    /** Starts it and stops it; gives the processor time until it was ready, in milliseconds. */
    static double start(Path command, Path data) throws IOException {
        try (Platform platform = Platform.startOver(command, data)) {
            return ProcessTime.of(platform.pid()) / 1e6;
        }
    }

    Measured measured() {
        return new Measured(
                List.of(
                        operation("publish an event", this::publication),
                        operation("page of 50 of a resource, after an event", this::page),
                        operation("page of a message box", () -> Requests.messages(person)),
                        operation("renew a token", () -> Requests.renewal(owner))),
                () -> ProcessTime.of(platform.pid()));
    }

    /** The platform closes a connection that is idle while others have their turns. */
    private Operation operation(String name, Supplier<byte[]> request) {
        return new Operation(
                name + ", over HTTP", TIMES, this::connect, () -> answered(request.get()));
    }

    private byte[] publication() {
        published++;
        return Platform.publication(owner, "http-" + published, Stored.name(published));
    }

    private byte[] page() {
        int place = places.next();
        return Requests.events(
                owner, Stored.name(place), Stored.placeIn(place, /* isApp= */ false, size));
    }

    private void connect() {
        try {
            connection.close();
            connection = new Connection(platform.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answered(byte[] request) {
        try {
            Connection.Answer answer = connection.ask(request);
            int events = answer.body().split("\"specversion\"", -1).length - 1;
            if (answer.status() != OK || events != 0 && events != PAGE) {
                throw new IllegalStateException(
                        "Answered %d with %d events".formatted(answer.status(), events));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
        platform.close();
    }
}
