package no.altinn.events.delivery;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Bounds how many attempts to one subscription run at once in this process, so that one slow
 * endpoint cannot take every thread. Thread-safe.
 */
final class InFlight {
    private final ConcurrentMap<Integer, Integer> running = new ConcurrentHashMap<>();

    /**
     * Takes a place.
     *
     * @param most how many there are
     * @return whether there was one; then {@link #leave} must follow
     */
    boolean enter(int subscriptionId, int most) {
        int now = running.merge(subscriptionId, 1, Integer::sum);
        if (now > most) {
            leave(subscriptionId);
            return false;
        }
        return true;
    }

    /** Gives the place back. */
    void leave(int subscriptionId) {
        running.computeIfPresent(subscriptionId, (id, count) -> count == 1 ? null : count - 1);
    }
}
