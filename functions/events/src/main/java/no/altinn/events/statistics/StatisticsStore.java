package no.altinn.events.statistics;

import no.altinn.platform.client.Unavailable;

import java.time.Instant;
import java.util.List;

/**
 * Keeps what came of each subscription's attempts for 90 days. Every method throws {@link
 * Unavailable} when the store cannot answer. Implementations are thread-safe and pass {@code
 * StatisticsStoreContract}.
 */
public interface StatisticsStore {
    /** Adds attempts to those of their hour, once; durable when it returns. */
    void add(int subscriptionId, Hour attempts);

    /**
     * The hours in which a subscription had attempts, the oldest first.
     *
     * @param from the first hour that counts
     */
    List<Hour> since(int subscriptionId, Instant from);
}
