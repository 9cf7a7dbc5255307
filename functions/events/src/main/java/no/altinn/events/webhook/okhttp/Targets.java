package no.altinn.events.webhook.okhttp;

import okhttp3.HttpUrl;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers endpoints that were read, since to read one takes long. Thread-safe. */
final class Targets {
    private static final int MOST = 2_000;

    // The least recently used first. Guarded by this.
    private final Map<URI, Target> targets =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<URI, Target> eldest) {
                    return size() > MOST;
                }
            };

    /** The target of an endpoint; empty if the endpoint is no http or https URL. */
    Optional<Target> of(URI endPoint) {
        synchronized (this) {
            Target known = targets.get(endPoint);
            if (known != null) {
                return Optional.of(known);
            }
        }
        Optional<Target> read = Optional.ofNullable(HttpUrl.get(endPoint)).map(Target::of);
        synchronized (this) {
            read.ifPresent(it -> targets.put(endPoint, it));
        }
        return read;
    }
}
