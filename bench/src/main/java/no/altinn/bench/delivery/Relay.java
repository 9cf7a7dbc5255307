package no.altinn.bench.delivery;

import java.util.stream.IntStream;

/** 200 events with different resources, when each policy request takes 50 ms. */
final class Relay implements Workload {
    private static final int EVENTS = 200;

    @Override
    public void run(Build build, Figures figures) throws Exception {
        try (SlowPolicy policy = new SlowPolicy();
                TestBed bed = new TestBed(build.start(policy.asSettings()))) {
            policy.of(bed.platform());
            bed.warmUp();
            for (int i = 0; i < EVENTS; i++) {
                bed.subscribeWithoutWaiting("ok", i, "ttd-relay-" + i);
            }
            bed.awaitValidations();
            measure(bed, policy, figures);
        }
    }

    private static void measure(TestBed bed, SlowPolicy policy, Figures figures) throws Exception {
        String owner = bed.platform().ownersToken();
        int before = policy.requests();
        bed.platform()
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
        bed.receiver().awaitArrivals(EVENTS, TestBed.PATIENCE);
        long last =
                IntStream.range(0, EVENTS)
                        .mapToLong(i -> bed.receiver().arrival(i, "relay-" + i))
                        .max()
                        .orElseThrow();
        figures.add("relay of 200 events, 50 ms a policy request, ms", (last - published) / 1e6);
        figures.add(
                "relay of 200 events, policy requests with those of the publish",
                policy.requests() - before);
    }
}
