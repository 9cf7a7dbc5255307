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
    private final Deque<String> lines = new ArrayDeque<>();
    private long hash = 1_125_899_906_842_597L;
    private long count;

    /** Adds a line. */
    void add(Duration at, String line) {
        String text = "%10.3f %s".formatted(at.toMillis() / 1000.0, line);
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

    /** Equal for equal traces, and hardly ever for others. */
    public long hash() {
        return hash;
    }
}
