package no.altinn.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How long a cold start took, in milliseconds.
 *
 * @param total from the start of the process until the first event was published
 * @param cpu what the process had taken of all cores by then; in steps of 10
 * @param root making the composition root
 * @param first from then on until the first event was published
 * @param second publishing another one
 */
record ColdRun(double total, double cpu, double root, double first, double second) {

    /** Starts {@link ColdPublish} by this command and waits until it has ended. */
    static ColdRun of(ProcessBuilder command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String first = output.readLine();
            Duration total = Duration.ofNanos(System.nanoTime() - begin);
            Duration cpu = process.info().totalCpuDuration().orElse(Duration.ZERO);
            String second = output.readLine();
            if (process.waitFor() != 0 || second == null) {
                throw new IllegalStateException("The app did not publish");
            }
            double[] times = numbers(first);
            return new ColdRun(
                    total.toMillis(), cpu.toMillis(), times[0], times[1], numbers(second)[0]);
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    /** The median of each figure, each for itself. */
    static ColdRun median(Collection<ColdRun> runs) {
        return new ColdRun(
                median(runs, ColdRun::total),
                median(runs, ColdRun::cpu),
                median(runs, ColdRun::root),
                median(runs, ColdRun::first),
                median(runs, ColdRun::second));
    }

    private static double median(Collection<ColdRun> runs, ToDoubleFunction<ColdRun> figure) {
        List<Double> sorted = new ArrayList<>(runs.stream().map(figure::applyAsDouble).toList());
        sorted.sort(Comparator.naturalOrder());
        return sorted.get(sorted.size() / 2);
    }
}
