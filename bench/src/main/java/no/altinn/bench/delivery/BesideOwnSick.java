package no.altinn.bench.delivery;

/**
 * Ten healthy endpoints at 100 events a second, alone, and then beside a slow and a dead endpoint
 * of the same consumer.
 */
final class BesideOwnSick implements Workload {
    private static final int HEALTHY = 10;
    private static final double RATE = 100;
    private static final int EVENTS = 1_500;
    private static final int SKIPPED = 300;
    private static final String RESOURCE = "ttd-own";

    @Override
    public void run(Build build, Figures figures) throws Exception {
        try (TestBed bed = new TestBed(build.start())) {
            bed.warmUp();
            bed.subscribe("ok", 0, HEALTHY, RESOURCE);
            double alone = p99(bed, "alone");
            try (Receiver dying = new Receiver()) {
                String owner = bed.platform().ownersToken();
                bed.subscribe(owner, dying, "ok", 0, 1, RESOURCE);
                bed.subscribe("slow", 0, 1, RESOURCE);
            }
            double beside = p99(bed, "beside");
            figures.add("ten healthy endpoints at 100 events/s, p99 ms", alone);
            figures.add("the same beside a slow and a dead one, p99 ms", beside);
            figures.add("the same beside a slow and a dead one, times", beside / alone);
        }
    }

    private static double p99(TestBed bed, String name) throws Exception {
        return bed.latencies(name, EVENTS, RATE, HEALTHY, RESOURCE, SKIPPED).quantile(0.99);
    }
}
