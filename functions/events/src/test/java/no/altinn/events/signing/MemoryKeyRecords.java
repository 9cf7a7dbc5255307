package no.altinn.events.signing;

import no.altinn.platform.client.Unavailable;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Records in memory; they can be away. Thread-safe. */
public final class MemoryKeyRecords implements KeyRecords {
    private final Map<String, KeyRecord> byName = new ConcurrentHashMap<>();
    private volatile boolean isAway;

    /** Lets every call fail from now on, or none. */
    public void setAway(boolean away) {
        isAway = away;
    }

    /** The names of all records. */
    public Iterable<String> names() {
        return byName.keySet();
    }

    @Override
    public Optional<KeyRecord> find(String name) {
        check();
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public boolean write(KeyRecord next) {
        check();
        KeyRecord now =
                byName.compute(
                        next.name(),
                        (name, old) -> {
                            int revision = old == null ? 0 : old.revision();
                            return revision == next.revision() - 1 ? next : old;
                        });
        return next.equals(now);
    }

    @Override
    public void remove(String name) {
        check();
        byName.remove(name);
    }

    private void check() {
        if (isAway) {
            throw new Unavailable("The records are away");
        }
    }
}
