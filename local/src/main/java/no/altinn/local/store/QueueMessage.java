package no.altinn.local.store;

import java.time.Instant;

/**
 * A message that someone has received and others do not see until it becomes visible again.
 *
 * @param dequeueCount how often it has been received, this time included
 * @param popReceipt proves that it was received, until it is received again
 */
public record QueueMessage(
        long id,
        String queue,
        String text,
        int dequeueCount,
        Instant insertionTime,
        Instant nextVisibleTime,
        String popReceipt) {}
