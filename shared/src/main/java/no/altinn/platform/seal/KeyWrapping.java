package no.altinn.platform.seal;

import javax.crypto.SecretKey;

/**
 * Wraps keys with an RSA key that never leaves its keeper: RSA-OAEP with SHA-256, also in its mask
 * (RFC 8017 §7.1). Every method throws {@link no.altinn.platform.client.Unavailable} when the
 * keeper cannot answer. Implementations are thread-safe and pass {@code KeyWrappingContract}.
 */
public interface KeyWrapping {
    /** The newest version of the RSA key. */
    String newestVersion();

    /**
     * Wraps a key with the newest version.
     *
     * @param key an AES key of 256 bits
     */
    WrappedKey wrap(SecretKey key);

    /**
     * The key that was wrapped.
     *
     * @throws no.altinn.platform.client.Unavailable also if the version is gone, or another key has
     *     wrapped it
     */
    SecretKey unwrap(WrappedKey wrapped);
}
