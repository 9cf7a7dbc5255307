package no.altinn.local.host.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A durable queue whose messages stay, hidden for a while, until they are deleted. Thread-safe. */
public interface QueueSource {
    /**
     * Receives messages that are visible now; does not wait for any.
     *
     * @param max how many at most, 1 or more
     * @param visibility how long they are hidden from the next call
     */
    List<QueueMessage> receive(int max, Duration visibility);

    /** Removes a message that has been handled; one received by somebody else since stays. */
    void delete(QueueMessage message);

    /** Makes a message visible again at once. */
    void release(QueueMessage message);

    /** Moves a message to another queue, where nobody receives it. */
    void moveTo(String queue, QueueMessage message);

    /**
     * When the next message that is hidden now may become visible, or one from elsewhere may have
     * come in; empty if neither will.
     */
    Optional<Instant> nextVisible();
}
