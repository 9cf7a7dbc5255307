package no.altinn.events.webhook.okhttp;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Which receivers hold idle connections for long enough to use them again, by their scheme, host
 * and port. A receiver has to show it first: after an answer it must hold the connection in
 * silence. Only a receiver that is called often is tried. Thread-safe.
 */
final class Origins {
    private static final int MOST = 1_000;

    private final LongSupplier nanos;
    // The least recently called first. Guarded by this; each origin guards itself, since to find
    // out
    // whether it holds a connection takes a look at that, for which no other origin waits.
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
    Manner next(String origin) {
        return origin(origin).next(nanos.getAsLong());
    }

    /**
     * The call that was to be tried has left a connection idle.
     *
     * @param isHeld tells later whether the receiver has held it, once
     */
    void leaves(String origin, BooleanSupplier isHeld) {
        origin(origin).leaves(isHeld, nanos.getAsLong());
    }

    /** The call that was to be tried has told nothing, so another is tried. */
    void triesAgain(String origin) {
        origin(origin).triesAgain();
    }

    /** A connection cannot be used again, or broke when it was. */
    void holdsNot(String origin) {
        origin(origin).holdsNot(nanos.getAsLong());
    }

    private synchronized Origin origin(String origin) {
        return origins.computeIfAbsent(origin, any -> new Origin());
    }
}
