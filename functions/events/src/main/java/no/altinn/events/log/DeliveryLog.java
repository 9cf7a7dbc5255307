package no.altinn.events.log;

import no.altinn.platform.client.Unavailable;

import java.util.List;

/**
 * Keeps for 90 days what happened on an event's way. Attempts are not in it; deliveries keep them.
 * Implementations are thread-safe and pass {@code DeliveryLogContract}.
 */
public interface DeliveryLog {
    /**
     * Appends an entry; durable when it returns.
     *
     * @throws Unavailable if the store cannot answer
     */
    void append(LogEntry entry);

    /**
     * The entries of one subscription, the newest first.
     *
     * @param limit the most to return, 1 to 1 000
     * @throws Unavailable if the store cannot answer
     */
    List<LogEntry> ofSubscription(int subscriptionId, int limit);
}
