package no.altinn.bench.delivery;

import java.util.stream.IntStream;

/** 200 events with different resources, when each policy request takes 50 ms. */
final class Relay implements Work {
    private static final int EVENTS = 200;

    @Override
    public void run(Build build, Figures figures) throws Exception {
        try (SlowPolicy policy = new SlowPolicy();
                Field field = new Field(build.start(policy.asSettings()))) {
            policy.of(field.platform());
            field.warmUp();
            for (int i = 0; i < EVENTS; i++) {
                field.subscribeWithoutWaiting("ok", i, "ttd-relay-" + i);
            }
            field.awaitValidations();
            measure(field, policy, figures);
        }
    }

    private static void measure(Field field, SlowPolicy policy, Figures figures) throws Exception {
        String owner = field.platform().ownersToken();
        int before = policy.requests();
        field.platform()
                .connections(1)
                .send(
                        1,
                        n ->
                                Platform.publications(
                                        owner,
                                        IntStream.range(0, EVENTS)
                                                .mapToObj(
                                                        i ->
                                                                Platform.event(
                                                                        "relay-" + i,
                                                                        "ttd-relay-" + i))),
                        200);
        long published = System.nanoTime();
        field.receiver().awaitArrivals(EVENTS, Field.PATIENCE);
        long last =
                IntStream.range(0, EVENTS)
                        .mapToLong(i -> field.receiver().arrival(i, "relay-" + i))
                        .max()
                        .orElseThrow();
        figures.add("relay of 200 events, 50 ms a policy request, ms", (last - published) / 1e6);
        figures.add(
                "relay of 200 events, policy requests with those of the publish",
                policy.requests() - before);
    }
}
