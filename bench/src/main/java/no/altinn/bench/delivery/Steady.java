package no.altinn.bench.delivery;

/** Publishing to one endpoint: at 300 and 1 000 events a second, and as fast as possible. */
final class Steady implements Workload {
    private static final int SECONDS = 15;
    private static final int SKIPPED_SECONDS = 3;
    private static final int AT_ONCE = 30_000;
    private static final int CONNECTIONS = 64;
    private static final String RESOURCE = "ttd-steady";

    @Override
    public void run(Build build, Figures figures) throws Exception {
        try (TestBed bed = new TestBed(build.start())) {
            bed.warmUp();
            bed.subscribe("ok", 0, 1, RESOURCE);
            for (int rate : new int[] {300, 1_000}) {
                Latencies all =
                        bed.latencies(
                                "at" + rate,
                                SECONDS * rate,
                                rate,
                                1,
                                RESOURCE,
                                SKIPPED_SECONDS * rate);
                figures.add("publish to webhook at " + rate + "/s, p50 ms", all.quantile(0.5));
                figures.add("publish to webhook at " + rate + "/s, p99 ms", all.quantile(0.99));
            }
            asFastAsPossible(bed, figures);
            figures.add("memory after the steady load (PSS), MiB", bed.platform().memory());
        }
    }

    private static void asFastAsPossible(TestBed bed, Figures figures) throws Exception {
        bed.receiver().forget();
        double cpu = bed.platform().cpuSeconds();
        long start = System.nanoTime();
        bed.publish("fast", AT_ONCE, 0, RESOURCE, CONNECTIONS);
        boolean isDone = bed.receiver().awaitArrivals(AT_ONCE, 4 * TestBed.PATIENCE);
        double seconds = (System.nanoTime() - start) / 1e9;
        figures.add(
                "publish with one endpoint, 64 connections, deliveries/s",
                isDone ? AT_ONCE / seconds : 0);
        figures.add(
                "publish with one endpoint, 64 connections, CPU s per 1 000",
                (bed.platform().cpuSeconds() - cpu) * 1000 / AT_ONCE);
    }
}
