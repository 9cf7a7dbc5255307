package no.altinn.testing.cosmos;

import java.util.ArrayList;
import java.util.List;

/** What was asked, and what it cost. Thread-safe. */
public final class Ledger {
    /**
     * A request that was answered.
     *
     * @param charge in request units
     * @param scanned whether documents were read only to see whether they meet a condition
     */
    public record Entry(Operation operation, int status, double charge, boolean scanned) {}

    private final List<Entry> entries = new ArrayList<>();

    synchronized void add(Entry entry) {
        entries.add(entry);
    }

    /** All requests for documents since the last time, the oldest first. */
    public synchronized List<Entry> take() {
        List<Entry> taken = List.copyOf(entries);
        entries.clear();
        return taken;
    }
}
