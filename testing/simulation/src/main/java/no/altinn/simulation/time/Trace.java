package no.altinn.simulation.time;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What happened in a schedule, line by line. The last lines are kept; all of them are in the hash.
 * Not thread-safe.
 */
public final class Trace {
    private static final int MOST_LINES = 6_000;

    /** Gives the milliseconds three digits. */
    private static final int MILLIS_FROM = 1_000;

    private final Deque<String> lines = new ArrayDeque<>();
    private long hash = 1_125_899_906_842_597L;
    private long count;

    /** Adds a line. */
    void add(Duration at, String line) {
        // A formatter would take longer than everything else in a schedule.
        String millis = Long.toString(MILLIS_FROM + at.toMillisPart()).substring(1);
        String text = at.toSeconds() + "." + millis + " " + line;
        hash = 31 * hash + text.hashCode();
        count++;
        lines.addLast(text);
        if (lines.size() > MOST_LINES) {
            lines.removeFirst();
        }
    }

    /** The last lines, the oldest first. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** How many lines were added in all. */
    public long count() {
        return count;
    }

    /** A hash: equal for equal traces, and hardly ever for different traces. */
    public long hash() {
        return hash;
    }
}
