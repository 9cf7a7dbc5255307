package no.altinn.bench.delivery;

/** 20 events, two a second, to 100 endpoints of one consumer. */
final class Burst implements Workload {
    private static final int END_POINTS = 100;
    private static final int EVENTS = 20;
    private static final double RATE = 2;

    @Override
    public void run(Build build, Figures figures) throws Exception {
        try (TestBed bed = new TestBed(build.start())) {
            bed.warmUp();
            bed.subscribe("ok", 0, END_POINTS, "ttd-burst");
            Latencies all = bed.latencies("burst", EVENTS, RATE, END_POINTS, "ttd-burst", 0);
            figures.add("1 event to 100 endpoints of a consumer, p50 ms", all.quantile(0.5));
            figures.add("1 event to 100 endpoints of a consumer, p99 ms", all.quantile(0.99));
        }
    }
}
