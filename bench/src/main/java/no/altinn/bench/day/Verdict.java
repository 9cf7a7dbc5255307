package no.altinn.bench.day;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Compares the last third of a day with the first, after two retentions have passed, and tells
 * which measures have grown. For one thread.
 */
final class Verdict {
    private static final double GROWTH = 1.1;
    // Small growth is no leak: a pool may open another connection, and rows come in steps of a
    // minute.
    private static final double FEW = 8;
    private static final int SEVERAL = 5;
    private static final double FEW_ROWS = 200;
    private static final double FEW_MIB = 8;
    private static final double LOG_MIB = 128;

    private final List<Sample> samples;
    private final double warm;
    private final double end;
    private final PrintStream out;
    private final List<String> broken = new ArrayList<>();

    /**
     * @param samples in the order of their times
     * @param retention how long the platform keeps data
     */
    Verdict(List<Sample> samples, Duration retention, PrintStream out) {
        this.samples = samples;
        this.end = samples.get(samples.size() - 1).second();
        // A day that is no longer than that tells nothing of growth, but its table is printed.
        this.warm = Math.min(2.0 * retention.toSeconds(), end);
        this.out = out;
    }

    /** Prints the table of measures. A measure that has grown is a broken bound. */
    void growth() {
        out.println("| | first third | last third | most | bound |");
        out.println("|---|---|---|---|---|");
        row(Names.HEAP, FEW_MIB);
        told(Names.RSS);
        told(Names.PSS);
        row(Names.STEADY_THREADS, FEW);
        threads();
        row(Names.DESCRIPTORS, FEW);
        row(Names.SOCKETS, FEW);
        row(Names.DATABASE, FEW_MIB);
        row(Names.PAGES, FEW_MIB);
        told(Names.FREE);
        log();
        told(Names.FILES);
        told(Names.FILES_SIZE);
        TreeSet<String> names = new TreeSet<>();
        samples.forEach(sample -> names.addAll(sample.values().keySet()));
        for (String name : names) {
            if (name.startsWith(Names.ROWS)) {
                row(name, FEW_ROWS);
            } else if (name.startsWith(Names.DELIVERIES)
                    || (name.startsWith(Names.THREADS_NAMED) && most(name) >= SEVERAL)) {
                told(name);
            }
        }
    }

    private void row(String name, double few) {
        double first = first(name);
        double last = last(name);
        if (Double.isNaN(first) || Double.isNaN(last)) {
            print(name, "the day is too short");
            require(false, name + " was not looked at often enough");
            return;
        }
        double bound = Math.max(first * GROWTH, first + few);
        boolean isKept = last <= bound;
        print(name, "≤ " + number(bound) + (isKept ? "" : ", **broken**"));
        require(isKept, "%s grew from %s to %s".formatted(name, number(first), number(last)));
    }

    private void told(String name) {
        print(name, "");
    }

    /** Pools follow the load, which was at its top before the day began. */
    private void threads() {
        double top =
                samples.stream()
                        .filter(sample -> sample.second() <= warm)
                        .flatMapToDouble(sample -> sample.value(Names.THREADS).stream())
                        .max()
                        .orElse(Double.NaN);
        boolean isKept = last(Names.THREADS) <= top;
        print(Names.THREADS, "≤ " + number(top) + (isKept ? "" : ", **broken**"));
        require(isKept, "threads are more than at the top rate: " + number(last(Names.THREADS)));
    }

    private void log() {
        boolean isKept = most(Names.LOG) <= LOG_MIB;
        print(Names.LOG, "never over " + number(LOG_MIB) + (isKept ? "" : ", **broken**"));
        require(isKept, "the write-ahead log grew to " + number(most(Names.LOG)) + " MiB");
    }

    /** Notes a broken bound unless the condition holds. */
    void require(boolean holds, String what) {
        if (!holds) {
            broken.add(what);
        }
    }

    private void print(String name, String bound) {
        out.printf(
                "| %s | %s | %s | %s | %s |%n",
                name, number(first(name)), number(last(name)), number(most(name)), bound);
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value)
                        .replace(",", " ");
    }

    /** The median of the first third after the warm-up; the name may have few values. */
    double first(String name) {
        return median(name, warm, warm + (end - warm) / 3);
    }

    double last(String name) {
        return median(name, end - (end - warm) / 3, end);
    }

    private double most(String name) {
        return samples.stream()
                .flatMapToDouble(sample -> sample.value(name).stream())
                .max()
                .orElse(Double.NaN);
    }

    private double median(String name, double from, double to) {
        double[] values =
                samples.stream()
                        .filter(sample -> sample.second() >= from && sample.second() <= to)
                        .flatMapToDouble(sample -> sample.value(name).stream())
                        .sorted()
                        .toArray();
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }

    /** The bounds that were broken; empty if all hold. */
    List<String> broken() {
        return List.copyOf(broken);
    }
}
