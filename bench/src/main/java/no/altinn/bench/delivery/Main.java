package no.altinn.bench.delivery;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Does works with one build of the system and prints their figures.
 *
 * <pre>
 * java … Main SIDE HOME [WORK …]
 * </pre>
 */
public final class Main {
    private static final Map<String, Work> WORKS = works();

    private Main() {}

    private static Map<String, Work> works() {
        Map<String, Work> works = new LinkedHashMap<>();
        works.put("fan-out", new FanOut());
        works.put("burst", new Burst());
        works.put("beside-own", new BesideOwnSick());
        works.put("beside-others", new BesideOthersSick());
        works.put("relay", new Relay());
        works.put("steady", new Steady());
        return works;
    }

    /** Does the works that the arguments name, or all of them. */
    public static void main(String[] a) throws Exception {
        Build build = new Build(Path.of(a[1]));
        List<String> wanted = Arrays.asList(a).subList(2, a.length);
        for (Map.Entry<String, Work> work : WORKS.entrySet()) {
            if (wanted.isEmpty() || wanted.contains(work.getKey())) {
                work.getValue().run(build, new Figures(a[0], work.getKey(), System.out));
            }
        }
        // A receiver that was left hanging must not keep this process.
        System.exit(0);
    }
}
