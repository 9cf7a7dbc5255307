package no.altinn.bench.day;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes samples: of the process each time, of heap and rows every third time. */
final class Sampler implements Loops.Part {
    private static final int THIRD = 3;

    private final ProcessWatch process;
    private final Rows rows;
    private final Counts counts;
    private final PrintStream progress;
    private final long start = System.nanoTime();
    private final List<Sample> samples = new ArrayList<>();
    private int turn;

    Sampler(ProcessWatch process, Rows rows, Counts counts, PrintStream progress) {
        this.process = process;
        this.rows = rows;
        this.counts = counts;
        this.progress = progress;
    }

    @Override
    public void once() throws Exception {
        Map<String, Double> values = new HashMap<>();
        double second = (System.nanoTime() - start) / 1e9;
        process.look(values);
        boolean isThird = turn++ % THIRD == 0;
        if (isThird) {
            process.collect(values);
            rows.look(values);
        }
        Sample sample = new Sample(second, values);
        synchronized (samples) {
            samples.add(sample);
        }
        if (isThird) {
            progress.printf(
                    Locale.ROOT,
                    "%5.0f s: %d published, %d pushed; heap %.0f, PSS %.0f MiB; %.0f threads, %.0f"
                            + " descriptors; events.db %.0f (%.0f free), wal %.0f MiB; rows: %.0f"
                            + " events, %.0f deliveries%n",
                    second,
                    counts.of("events published"),
                    counts.of("pushes received"),
                    values.getOrDefault(Names.HEAP, Double.NaN),
                    values.getOrDefault(Names.PSS, Double.NaN),
                    values.get(Names.THREADS),
                    values.get(Names.DESCRIPTORS),
                    values.get(Names.DATABASE),
                    values.get(Names.FREE),
                    values.get(Names.LOG),
                    values.get(Names.ROWS + "events"),
                    values.get(Names.ROWS + "deliveries"));
        }
    }

    List<Sample> samples() {
        synchronized (samples) {
            return List.copyOf(samples);
        }
    }
}
