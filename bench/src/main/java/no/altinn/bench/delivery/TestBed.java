package no.altinn.bench.delivery;

import java.io.IOException;
import java.util.stream.IntStream;

/** A platform, endpoints that subscribe to it, and the load on both. */
final class TestBed implements AutoCloseable {
    /** For how long a workload waits for its last delivery, in seconds. */
    static final int PATIENCE = 60;

    private static final int CONNECTIONS = 16;
    private static final int WARM_UP = 3_000;

    private final Receiver receiver;
    private final Platform platform;
    private final String owner;
    private int validations;

    TestBed(Platform platform) throws Exception {
        this.receiver = new Receiver();
        this.platform = platform;
        this.owner = platform.ownersToken();
    }

    Platform platform() {
        return platform;
    }

    Receiver receiver() {
        return receiver;
    }

    /** Publishes to one endpoint until both sides are warm. */
    void warmUp() throws Exception {
        subscribe(owner, receiver, "ok", 0, 1, "ttd-warm");
        publish("warm", WARM_UP, 0, "ttd-warm");
        receiver.awaitArrivals(WARM_UP, PATIENCE);
        receiver.forget();
    }

    /** Subscribes endpoints of the service owner. */
    void subscribe(String manner, int first, int count, String resource) throws Exception {
        subscribe(owner, receiver, manner, first, count, resource);
    }

    /** Subscribes endpoints of this receiver with a token, and waits until they are validated. */
    void subscribe(String token, Receiver at, String manner, int first, int count, String resource)
            throws Exception {
        int before = at == receiver ? validations : 0;
        platform.connections(CONNECTIONS)
                .send(
                        count,
                        n ->
                                Platform.subscription(
                                        token,
                                        at.endPoint(manner, first + n),
                                        resource,
                                        Platform.SUBJECT),
                        201);
        at.awaitValidations(before + count);
        if (at == receiver) {
            validations += count;
        }
    }

    /** Subscribes one endpoint of the service owner; {@link #awaitValidations} waits for it. */
    void subscribeWithoutWaiting(String manner, int number, String resource) throws Exception {
        platform.connections(1)
                .send(
                        1,
                        n ->
                                Platform.subscription(
                                        owner, receiver.endPoint(manner, number), resource),
                        201);
        validations++;
    }

    /** Waits until every endpoint has been validated. */
    void awaitValidations() {
        receiver.awaitValidations(validations);
    }

    /** Subscribes the service owner's endpoints to subjects that no event has. */
    void subscribeToOthers(int count, String resource) throws Exception {
        platform.connections(CONNECTIONS)
                .send(
                        count,
                        n ->
                                Platform.subscription(
                                        owner,
                                        receiver.endPoint("other", n),
                                        resource,
                                        Platform.SUBJECT.replace(
                                                "310000001", "" + (400_000_000 + n))),
                        201);
        validations += count;
        receiver.awaitValidations(validations);
    }

    /** Publishes events named {@code name-0} and up, at a rate or (0) as fast as possible. */
    void publish(String name, int count, double rate, String resource) throws Exception {
        publish(name, count, rate, resource, CONNECTIONS);
    }

    /** Publishes over so many connections. */
    void publish(String name, int count, double rate, String resource, int connections)
            throws Exception {
        platform.connections(connections)
                .send(count, rate, n -> Platform.publication(owner, name + "-" + n, resource), 200);
    }

    /** Publishes one event and says how long it took to the last of its endpoints, in ms. */
    double fanOut(String event, int endPoints, String resource) throws Exception {
        receiver.forget();
        long start = System.nanoTime();
        platform.connections(1).send(1, n -> Platform.publication(owner, event, resource), 200);
        if (!receiver.awaitArrivals(endPoints, PATIENCE)) {
            return PATIENCE * 1000.0;
        }
        long last =
                IntStream.range(0, endPoints)
                        .mapToLong(one -> receiver.arrival(one, event))
                        .max()
                        .orElseThrow();
        return (last - start) / 1e6;
    }

    /**
     * Publishes at a rate and says how long each event took to each endpoint, from when it was due.
     * What does not arrive counts as the longest wait.
     *
     * @param skipped how many of the first events are not counted
     */
    Latencies latencies(
            String name, int events, double rate, int endPoints, String resource, int skipped)
            throws Exception {
        receiver.forget();
        long start = System.nanoTime();
        publish(name, events, rate, resource);
        receiver.awaitArrivals(events * endPoints, PATIENCE);
        double[] millis =
                IntStream.range(skipped, events)
                        .boxed()
                        .flatMapToDouble(
                                event ->
                                        IntStream.range(0, endPoints)
                                                .mapToDouble(
                                                        endPoint ->
                                                                latency(
                                                                        endPoint,
                                                                        name + "-" + event,
                                                                        start
                                                                                + (long)
                                                                                        (event * 1e9
                                                                                                / rate))))
                        .toArray();
        return new Latencies(millis);
    }

    private double latency(int endPoint, String event, long due) {
        long arrival = receiver.arrival(endPoint, event);
        return arrival == 0 ? PATIENCE * 1000.0 : (arrival - due) / 1e6;
    }

    @Override
    public void close() throws IOException {
        platform.close();
        receiver.close();
    }
}
