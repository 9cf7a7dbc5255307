package no.altinn.authentication.exchange;

import no.altinn.authentication.keys.SigningKeyRing;
import no.altinn.platform.auth.KeySet;
import no.altinn.platform.auth.SigningKeys;

import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** Altinn's own keys, which need no call to be known. Thread-safe. */
public final class RingSigningKeys implements SigningKeys {
    private final SigningKeyRing ring;

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
