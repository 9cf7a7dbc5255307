package no.altinn.events.log;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The delivery log for callers whose own work must neither fail nor wait with it. Entries that
 * cannot be kept in time are lost; the process's log says how many. Thread-safe.
 */
public final class BestEffortLog {
    private static final Logger LOG = LoggerFactory.getLogger(BestEffortLog.class);

    /** After this no more entries are begun. */
    private static final Duration MOST_TIME = Duration.ofSeconds(5);

    private final DeliveryLog log;
    private final Clock clock;

    public BestEffortLog(DeliveryLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** Appends an entry if it can be appended. */
    public void append(LogEntry entry) {
        append(List.of(entry));
    }

    /**
     * Appends entries for up to 5 s, or up to the first failure: after a failure each further entry
     * would wait as long again.
     */
    public void append(List<LogEntry> entries) {
        Instant end = clock.instant().plus(MOST_TIME);
        for (int i = 0; i < entries.size(); i++) {
            if (clock.instant().isAfter(end)) {
                LOG.warn("delivery log slow lost={}", entries.size() - i);
                return;
            }
            try {
                log.append(entries.get(i));
            } catch (RuntimeException e) {
                LOG.warn("delivery log away lost={}", entries.size() - i, e);
                return;
            }
        }
    }
}
