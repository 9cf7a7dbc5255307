package no.altinn.simulation.store;

import no.altinn.events.log.DeliveryLog;
import no.altinn.events.log.LogEntry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The delivery log that every process shares. Not thread-safe. */
public final class StoredLog implements DeliveryLog {
    private final List<LogEntry> entries = new ArrayList<>();

    @Override
    public void append(LogEntry entry) {
        entries.add(entry);
    }

    @Override
    public List<LogEntry> ofSubscription(int subscriptionId, int limit) {
        return entries.stream()
                .filter(one -> one.subscriptionId() == subscriptionId)
                .sorted(Comparator.comparing(LogEntry::time).reversed())
                .limit(limit)
                .toList();
    }
}
