package no.altinn.events.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/**
 * The delivery log as those write it whose own work must not fail with it: entries that cannot be
 * kept are lost, and the process's log tells how many. Thread-safe.
 */
public final class BestEffortLog {
    private static final Logger LOG = LoggerFactory.getLogger(BestEffortLog.class);

    private final DeliveryLog log;

    public BestEffortLog(DeliveryLog log) {
        this.log = log;
    }

    /** Appends an entry if it can be appended. */
    public void append(LogEntry entry) {
        append(List.of(entry));
    }

    /** Appends entries up to the first that cannot be appended: each would wait as long again. */
    public void append(List<LogEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            try {
                log.append(entries.get(i));
            } catch (RuntimeException e) {
                LOG.warn(
                        "delivery log away lost={} activity={} subscription={}",
                        entries.size() - i,
                        entries.get(i).activity(),
                        entries.get(i).subscriptionId(),
                        e);
                return;
            }
        }
    }
}
