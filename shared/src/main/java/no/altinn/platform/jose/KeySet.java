package no.altinn.platform.jose;

import java.security.interfaces.RSAPublicKey;
import java.util.List;

/**
 * The keys that an issuer publishes at one moment. Immutable.
 *
 * @param keys in the order published
 */
public record KeySet(List<Key> keys) implements SigningKeys {
    /**
     * One published key.
     *
     * @param kid its id, compared exactly; empty when it has none
     * @param value the key, 2 048 bits or more
     */
    public record Key(String kid, RSAPublicKey value) {}

    public KeySet {
        keys = List.copyOf(keys);
    }

    @Override
    public List<RSAPublicKey> find(String kid) {
        return keys.stream()
                .filter(key -> kid.isEmpty() || key.kid().equals(kid))
                .map(Key::value)
                .toList();
    }
}
