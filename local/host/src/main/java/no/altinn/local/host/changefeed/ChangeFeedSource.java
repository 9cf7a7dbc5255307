package no.altinn.local.host.changefeed;

import java.time.Duration;
import java.util.List;

/** The changed documents of one container, oldest first, and how far they have been handled. */
public interface ChangeFeedSource {
    /**
     * The documents after the checkpoint; called again without a checkpoint, the same ones.
     *
     * @param max how many at most, 1 or more
     * @param wait how long to wait for the first one
     * @return empty if none came in time
     * @throws InterruptedException if the thread was interrupted while it waited
     */
    List<ChangedDocument> next(int max, Duration wait) throws InterruptedException;

    /** Says that every document up to this position has been handled. Durable when it returns. */
    void checkpoint(String position);
}
