package no.altinn.local.host.changefeed;

import java.time.Duration;
import java.util.List;

/** The changed documents of one container, oldest first, for one consumer with a checkpoint. */
public interface ChangeFeedSource {
    /**
     * The documents after the checkpoint. Until the checkpoint moves, the same documents come
     * again.
     *
     * @param max how many at most, 1 or more
     * @param wait how long to wait for the first one
     * @return empty if no document came in time
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    List<ChangedDocument> next(int max, Duration wait) throws InterruptedException;

    /**
     * Moves the checkpoint: every document up to this position has been handled. Durable when it
     * returns.
     */
    void checkpoint(String position);
}
