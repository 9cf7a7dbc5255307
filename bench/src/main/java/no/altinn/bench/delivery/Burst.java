package no.altinn.bench.delivery;

/** 20 events, two a second, to 100 endpoints of one consumer. */
final class Burst implements Work {
    private static final int END_POINTS = 100;
    private static final int EVENTS = 20;
    private static final double RATE = 2;

    @Override
    public void run(Build build, Figures figures) throws Exception {
        try (Field field = new Field(build.start())) {
            field.warmUp();
            field.subscribe("ok", 0, END_POINTS, "ttd-burst");
            Latencies all = field.latencies("burst", EVENTS, RATE, END_POINTS, "ttd-burst", 0);
            figures.add("1 event to 100 endpoints of a consumer, p50 ms", all.quantile(0.5));
            figures.add("1 event to 100 endpoints of a consumer, p99 ms", all.quantile(0.99));
        }
    }
}
