package no.altinn.local.host.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A durable queue. A received message is hidden for a while and stays until it is deleted.
 * Implementations are thread-safe.
 */
public interface QueueSource {
    /**
     * Receives messages that are visible now; does not wait for any.
     *
     * @param max how many at most, 1 or more
     * @param visibility how long they are hidden from the next call
     */
    List<QueueMessage> receive(int max, Duration visibility);

    /**
     * Removes a message that has been handled. If another receiver has received it since, it stays.
     */
    void delete(QueueMessage message);

    /** Makes a message visible again at once. */
    void release(QueueMessage message);

    /** Moves a message to another queue. */
    void moveTo(String queue, QueueMessage message);

    /**
     * When to look for messages again: when the next hidden message may become visible, or another
     * sender's message may have come in.
     *
     * @return empty if the queue can tell of no such time
     */
    Optional<Instant> nextVisible();
}
