package no.altinn.simulation.store;

import no.altinn.events.signing.KeyRecord;
import no.altinn.events.signing.KeyRecords;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The records of keys that every process shares; each call is one step. Not thread-safe. */
public final class StoredKeyRecords implements KeyRecords {
    private final Map<String, KeyRecord> byName = new HashMap<>();

    @Override
    public Optional<KeyRecord> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public boolean write(KeyRecord next) {
        int revision = find(next.name()).map(KeyRecord::revision).orElse(0);
        boolean isNext = revision == next.revision() - 1;
        if (isNext) {
            byName.put(next.name(), next);
        }
        return isNext;
    }

    @Override
    public void remove(String name) {
        byName.remove(name);
    }
}
