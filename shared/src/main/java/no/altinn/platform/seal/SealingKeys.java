package no.altinn.platform.seal;

import java.util.List;

import javax.crypto.SecretKey;

/** The keys of a {@link Seal}. Implementations are thread-safe. */
@FunctionalInterface
public interface SealingKeys {
    /**
     * The keys that are in use now.
     *
     * @return one or two AES keys of 256 bits; the first seals, each of them opens
     * @throws no.altinn.platform.client.Unavailable if the store of the keys cannot answer now
     */
    List<SecretKey> inUse();
}
