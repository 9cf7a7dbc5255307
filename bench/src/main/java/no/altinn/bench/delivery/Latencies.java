package no.altinn.bench.delivery;

import java.util.Arrays;

/** Latencies in milliseconds. Immutable. */
public final class Latencies {
    private final double[] sorted;

    /** Latencies in any order. */
    public Latencies(double[] millis) {
        this.sorted = millis.clone();
        Arrays.sort(sorted);
    }

    /** The value that this part of all latencies stays below: 0.99 for the slowest hundredth. */
    public double quantile(double part) {
        return sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * part))];
    }
}
