package no.altinn.bench.delivery;

/**
 * 44 healthy endpoints of an organisation at ten events a second, alone, and then beside 16
 * endpoints of a service owner that never answer.
 */
final class BesideOthersSick implements Workload {
    private static final int HEALTHY = 44;
    private static final int SICK = 16;
    private static final double RATE = 10;
    private static final int EVENTS = 200;
    private static final int SKIPPED = 30;
    private static final String RESOURCE = "ttd-others";

    @Override
    public void run(Build build, Figures figures) throws Exception {
        try (TestBed bed = new TestBed(build.start())) {
            bed.warmUp();
            String organisation = bed.platform().organisationsToken();
            bed.subscribe(organisation, bed.receiver(), "ok", 0, HEALTHY, RESOURCE);
            double alone = p99(bed, "alone");
            bed.subscribe("hang", 0, SICK, RESOURCE);
            double beside = p99(bed, "beside");
            figures.add("44 healthy endpoints at 10 events/s, p99 ms", alone);
            figures.add("the same beside 16 hanging ones of another consumer, p99 ms", beside);
            figures.add(
                    "the same beside 16 hanging ones of another consumer, times", beside / alone);
        }
    }

    private static double p99(TestBed bed, String name) throws Exception {
        return bed.latencies(name, EVENTS, RATE, HEALTHY, RESOURCE, SKIPPED).quantile(0.99);
    }
}
