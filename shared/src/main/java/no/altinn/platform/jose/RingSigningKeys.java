package no.altinn.platform.jose;

import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** Altinn's own keys, which need no call to be known. Thread-safe. */
public final class RingSigningKeys implements SigningKeys {
    private final SigningKeyRing ring;

    /** The keys that this ring publishes at the moment of each call. */
    public RingSigningKeys(SigningKeyRing ring) {
        this.ring = ring;
    }

    @Override
    public List<RSAPublicKey> find(String kid) {
        List<KeySet.Key> published =
                ring.published().stream()
                        .map(key -> new KeySet.Key(key.kid(), key.publicKey()))
                        .toList();
        return new KeySet(published).find(kid);
    }
}
