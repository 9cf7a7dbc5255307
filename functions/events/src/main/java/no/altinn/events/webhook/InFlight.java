package no.altinn.events.webhook;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Bounds how many calls run at once for one consumer in this process, so that a consumer with slow
 * endpoints cannot take every thread. Thread-safe.
 */
public final class InFlight {
    private final int most;
    private final ConcurrentMap<String, Integer> running = new ConcurrentHashMap<>();

    /** A bound of this many for each consumer. */
    public InFlight(int most) {
        this.most = most;
    }

    /**
     * Does the work if there is a place for it.
     *
     * @return whether there was one
     */
    public boolean run(String consumer, Runnable work) {
        if (running.merge(consumer, 1, Integer::sum) > most) {
            leave(consumer);
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            leave(consumer);
        }
    }

    private void leave(String consumer) {
        running.computeIfPresent(consumer, (any, count) -> count == 1 ? null : count - 1);
    }
}
