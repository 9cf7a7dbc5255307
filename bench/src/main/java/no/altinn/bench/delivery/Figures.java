package no.altinn.bench.delivery;

import java.io.PrintStream;
import java.util.Locale;

/** Where a workload's figures go: a line each, {@code side TAB workload TAB figure TAB value}. */
public final class Figures {
    private final String side;
    private final String work;
    private final PrintStream out;

    /**
     * Figures of one side.
     *
     * @param side what is measured, for example a build
     * @param work the workload
     */
    public Figures(String side, String work, PrintStream out) {
        this.side = side;
        this.work = work;
        this.out = out;
    }

    /** Writes one figure, whose name ends with its unit. */
    public void add(String figure, double value) {
        out.printf(Locale.ROOT, "%s\t%s\t%s\t%.3f%n", side, work, figure, value);
    }
}
