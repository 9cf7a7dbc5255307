package no.altinn.platform.jose;

import no.altinn.platform.time.RefreshPolicy;
import no.altinn.platform.time.RefreshedValue;

import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Keeps an issuer's keys for 12 hours. A key id that is not among them fetches them again, at most
 * once in 5 minutes; a fetch that fails leaves the last good keys in use. Thread-safe: one thread
 * fetches, the others wait only when they have no key to go on with.
 *
 * <p>Without any keys the source may take its time: an issuer that scales to nothing has to start
 * before it answers.
 */
public final class CachedSigningKeys implements SigningKeys {
    private static final RefreshPolicy REFRESH =
            RefreshPolicy.every(Duration.ofHours(12)).withPause(Duration.ofMinutes(5));

    private final KeySetSource source;
    private final RefreshedValue<KeySet> keys;
    private volatile boolean hasKeys;

    /** Keys of a source, none of which is fetched yet. */
    public CachedSigningKeys(KeySetSource source, Clock clock) {
        this.source = source;
        this.keys = new RefreshedValue<>("The issuer's keys", this::fetch, REFRESH, clock);
    }

    private KeySet fetch() {
        KeySet fetched = hasKeys ? source.fetch() : source.fetchFirst();
        hasKeys = true;
        return fetched;
    }

    @Override
    public List<RSAPublicKey> find(String kid) {
        return keys.get(set -> !set.find(kid).isEmpty()).find(kid);
    }
}
