package no.altinn.bench.delivery;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs workloads with one build of the system and prints their figures.
 *
 * <pre>
 * java … Main SIDE HOME [WORKLOAD …]
 * </pre>
 */
public final class Main {
    private static final Map<String, Workload> WORKLOADS = workloads();

    private Main() {}

    private static Map<String, Workload> workloads() {
        Map<String, Workload> workloads = new LinkedHashMap<>();
        workloads.put("fan-out", new FanOut());
        workloads.put("burst", new Burst());
        workloads.put("beside-own", new BesideOwnSick());
        workloads.put("beside-others", new BesideOthersSick());
        workloads.put("relay", new Relay());
        workloads.put("steady", new Steady());
        return workloads;
    }

    /** Runs the workloads that the arguments name, or all of them. */
    public static void main(String[] a) throws Exception {
        Build build = new Build(Path.of(a[1]));
        List<String> wanted = Arrays.asList(a).subList(2, a.length);
        for (Map.Entry<String, Workload> workload : WORKLOADS.entrySet()) {
            if (wanted.isEmpty() || wanted.contains(workload.getKey())) {
                workload.getValue().run(build, new Figures(a[0], workload.getKey(), System.out));
            }
        }
        // A receiver that was left hanging must not keep this process.
        System.exit(0);
    }
}
