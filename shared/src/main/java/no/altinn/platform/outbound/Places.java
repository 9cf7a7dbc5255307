package no.altinn.platform.outbound;

import java.util.HashMap;
import java.util.Map;

/** Bounds how many calls are under way at once: of one host, and of all. Thread-safe. */
final class Places {
    private final int most;
    private final int mostOfOneHost;

    // Guarded by this.
    private final Map<String, Integer> taken = new HashMap<>();
    private int all;

    Places(int most, int mostOfOneHost) {
        this.most = most;
        this.mostOfOneHost = mostOfOneHost;
    }

    /** Takes a place, which must be left again; whether there was one. */
    synchronized boolean take(String host) {
        int ofHost = taken.getOrDefault(host, 0);
        if (all >= most || ofHost >= mostOfOneHost) {
            return false;
        }
        taken.put(host, ofHost + 1);
        all++;
        return true;
    }

    /** Leaves a place. */
    synchronized void leave(String host) {
        all--;
        taken.computeIfPresent(host, (name, count) -> count > 1 ? count - 1 : null);
    }

    /** How many hosts are called at this moment. */
    synchronized int hosts() {
        return taken.size();
    }
}
