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
 */
public final class CachedSigningKeys implements SigningKeys {
    private static final RefreshPolicy REFRESH =
            RefreshPolicy.every(Duration.ofHours(12)).withPause(Duration.ofMinutes(5));

    private final RefreshedValue<KeySet> keys;

    /** Keys of a source, none of which is fetched yet. */
    public CachedSigningKeys(KeySetSource source, Clock clock) {
        this.keys = new RefreshedValue<>("The issuer's keys", source::fetch, REFRESH, clock);
    }

    @Override
    public List<RSAPublicKey> find(String kid) {
        return keys.get(set -> !set.find(kid).isEmpty()).find(kid);
    }
}
