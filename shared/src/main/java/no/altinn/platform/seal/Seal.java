package no.altinn.platform.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Makes texts unreadable to clients that carry them, and finds out whether a text was changed:
 * AES-256-GCM with a random nonce for each (NIST SP 800-38D). One key should seal fewer than 2^32
 * texts (§8.3), so it is to be replaced now and then. Thread-safe.
 */
public final class Seal {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SealingKeys keys;
    private final SecureRandom random;

    /** A seal with these keys; they are asked for at each call. */
    public Seal(SealingKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    /**
     * Seals a text.
     *
     * @param boundTo what the text counts for; it is not kept, and opening takes the same again
     * @return Base64url without padding, four characters for each three of the text's bytes and 28
     *     more
     * @throws no.altinn.platform.client.Unavailable if there is no key now
     */
    public String seal(String text, String boundTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        SecretKey key = keys.inUse().get(0);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, boundTo);
            byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return encoded(
                    ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /**
     * Opens what {@link #seal} has made.
     *
     * @return the text; empty if it was not sealed with a key that is in use, was bound to
     *     something else, or was changed
     * @throws no.altinn.platform.client.Unavailable if there is no key now
     */
    public Optional<String> open(String sealed, String boundTo) {
        return decoded(sealed)
                .flatMap(
                        bytes ->
                                keys.inUse().stream()
                                        .flatMap(key -> opened(bytes, key, boundTo).stream())
                                        .findFirst());
    }

    private static Optional<String> opened(byte[] bytes, SecretKey key, String boundTo) {
        ByteBuffer sealed = ByteBuffer.wrap(bytes);
        byte[] nonce = new byte[NONCE_BYTES];
        sealed.get(nonce);
        byte[] rest = new byte[sealed.remaining()];
        sealed.get(rest);
        try {
            byte[] text = cipher(Cipher.DECRYPT_MODE, key, nonce, boundTo).doFinal(rest);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String boundTo)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The bytes of the only text that stands for them; loose bits at its end are a change. */
    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text))
                    .filter(bytes -> bytes.length >= NONCE_BYTES + TAG_BITS / Byte.SIZE)
                    .filter(bytes -> encoded(bytes).equals(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
