package no.altinn.rest.record;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Entries in memory, for tests of what is kept in them. Thread-safe. */
public final class MemoryEntryStore implements EntryStore {
    private final Map<String, MemoryEntries> tables = new ConcurrentHashMap<>();
    private final Clock clock;

    /**
     * An empty store.
     *
     * @param clock tells which entries have expired
     */
    public MemoryEntryStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Entries of(Table table) {
        return tables.computeIfAbsent(table.name(), name -> new MemoryEntries(table, clock));
    }
}
