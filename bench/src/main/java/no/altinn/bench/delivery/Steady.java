package no.altinn.bench.delivery;

/** Publishing to one endpoint: at 300 and 1 000 events a second, and as fast as possible. */
final class Steady implements Work {
    private static final int SECONDS = 15;
    private static final int SKIPPED_SECONDS = 3;
    private static final int AT_ONCE = 30_000;
    private static final int CONNECTIONS = 64;
    private static final String RESOURCE = "ttd-steady";

    @Override
    public void run(Build build, Figures figures) throws Exception {
        try (Field field = new Field(build.start())) {
            field.warmUp();
            field.subscribe("ok", 0, 1, RESOURCE);
            for (int rate : new int[] {300, 1_000}) {
                Latencies all =
                        field.latencies(
                                "at" + rate,
                                SECONDS * rate,
                                rate,
                                1,
                                RESOURCE,
                                SKIPPED_SECONDS * rate);
                figures.add("publish to webhook at " + rate + "/s, p50 ms", all.quantile(0.5));
                figures.add("publish to webhook at " + rate + "/s, p99 ms", all.quantile(0.99));
            }
            asFastAsPossible(field, figures);
            figures.add("memory after the steady load (PSS), MiB", field.platform().memory());
        }
    }

    private static void asFastAsPossible(Field field, Figures figures) throws Exception {
        field.receiver().forget();
        double cpu = field.platform().cpuSeconds();
        long start = System.nanoTime();
        field.publish("fast", AT_ONCE, 0, RESOURCE, CONNECTIONS);
        boolean isDone = field.receiver().awaitArrivals(AT_ONCE, 4 * Field.PATIENCE);
        double seconds = (System.nanoTime() - start) / 1e9;
        figures.add(
                "publish with one endpoint, 64 connections, deliveries/s",
                isDone ? AT_ONCE / seconds : 0);
        figures.add(
                "publish with one endpoint, 64 connections, CPU s per 1 000",
                (field.platform().cpuSeconds() - cpu) * 1000 / AT_ONCE);
    }
}
