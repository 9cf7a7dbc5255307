package no.altinn.events.webhook.okhttp;

import okhttp3.HttpUrl;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Which receivers hold idle connections for long enough to use them again, by their scheme, host
 * and port. A receiver has to show it first: after an answer it must hold the connection in
 * silence. Only a receiver that is called often is tried. Thread-safe.
 */
final class Origins {
    /** How many are remembered. */
    static final int MOST = 1_000;

    private final LongSupplier nanos;
    // The least recently called first. Guarded by this, and so is each origin.
    private final Map<String, Origin> origins =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Origin> eldest) {
                    return size() > MOST;
                }
            };

    /**
     * Origins without a call.
     *
     * @param nanos a clock that only its differences tell anything of
     */
    Origins(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** How the connection of a call is to be treated that begins now. */
    synchronized Manner next(HttpUrl url) {
        return origin(url).next(nanos.getAsLong());
    }

    /** Learns from a call that is over. */
    synchronized void learn(HttpUrl url, Manner manner, Heard heard) {
        Origin origin = origin(url);
        long now = nanos.getAsLong();
        if (heard.wasKept() && heard.status().isEmpty()) {
            origin.holdsNot(now);
        } else if (manner == Manner.TRIAL) {
            if (heard.isWhole()) {
                origin.leaves(heard::isHeld, now);
            } else if (heard.status().isPresent()) {
                origin.holdsNot(now);
            } else {
                origin.triesAgain();
            }
        }
    }

    private Origin origin(HttpUrl url) {
        return origins.computeIfAbsent(
                url.scheme() + "://" + url.host() + ":" + url.port(), any -> new Origin());
    }
}
