package no.altinn.bench.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One event to 1 000 endpoints of one consumer; and again when 10 000 other subscriptions to the
 * same resource are there, which want other subjects.
 */
final class FanOut implements Workload {
    private static final int END_POINTS = 1_000;
    private static final int OTHERS = 10_000;
    private static final int EVENTS = 3;
    private static final String RESOURCE = "ttd-fan";

    @Override
    public void run(Build build, Figures figures) throws Exception {
        try (TestBed bed = new TestBed(build.start())) {
            bed.warmUp();
            bed.subscribe("ok", 0, END_POINTS, RESOURCE);
            double cpu = bed.platform().cpuSeconds();
            double alone = toTheLast(bed, "alone");
            int deliveries = END_POINTS * EVENTS;
            figures.add("1 event to 1 000 endpoints of a consumer, ms", alone);
            figures.add(
                    "1 event to 1 000 endpoints of a consumer, deliveries/s",
                    END_POINTS * 1000 / alone);
            figures.add(
                    "1 event to 1 000 endpoints of a consumer, CPU s per 1 000",
                    (bed.platform().cpuSeconds() - cpu) * 1000 / deliveries);
            bed.subscribeToOthers(OTHERS, RESOURCE);
            double beside = toTheLast(bed, "beside");
            figures.add("the same beside 10 000 other subscriptions, ms", beside);
            figures.add("the same beside 10 000 other subscriptions, times", beside / alone);
            figures.add("memory after the fan-outs (PSS), MiB", bed.platform().memory());
        }
    }

    private static double toTheLast(TestBed bed, String name) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            millis.add(bed.fanOut(name + i, END_POINTS, RESOURCE));
        }
        Collections.sort(millis);
        return millis.get(EVENTS / 2);
    }
}
