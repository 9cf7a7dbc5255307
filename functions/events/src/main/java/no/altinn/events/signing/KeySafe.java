package no.altinn.events.signing;

import no.altinn.platform.client.Unavailable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts keys of subscriptions under data keys: AES-256-GCM with a fresh nonce each time (NIST SP
 * 800-38D). A key counts for its subscription, scheme and time alone, so that nobody who can write
 * to the database can give one subscription another's key. Thread-safe.
 */
public final class KeySafe {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final DataKeys dataKeys;
    private final SecureRandom random;

    public KeySafe(DataKeys dataKeys, SecureRandom random) {
        this.dataKeys = dataKeys;
        this.random = random;
    }

    /**
     * Encrypts a new key.
     *
     * @param number of its subscription
     * @param created in whole milliseconds
     * @throws Unavailable if there is no data key now
     */
    SealedKey seal(SignatureKey key, int number, Instant created) {
        return new SealedKey(
                key.scheme(),
                created,
                Optional.empty(),
                key.publicHalf(),
                seal(key, boundTo(number, key.scheme(), created)));
    }

    /**
     * The key.
     *
     * @param number of its subscription
     * @throws Unavailable if its data key is not known and cannot be unwrapped now
     * @throws LostKey if it was changed, or is another subscription's
     */
    SignatureKey open(SealedKey sealed, int number) {
        ByteBuffer bytes =
                ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed.seal().base64Url()));
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        String boundTo = boundTo(number, sealed.scheme(), sealed.created());
        String dataKey = sealed.seal().dataKey();
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, dataKey, nonce, boundTo);
            return SignatureKey.of(sealed.scheme(), cipher.doFinal(rest));
        } catch (AEADBadTagException e) {
            throw new LostKey("What is kept as '" + boundTo + "' was changed");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /** Whether another data key encrypts now. */
    boolean isOld(SealedKey sealed) {
        return !sealed.seal().dataKey().equals(dataKeys.newest());
    }

    /** The same key, encrypted under the newest data key. */
    KeySeal sealAgain(SealedKey sealed, int number) {
        return seal(open(sealed, number), boundTo(number, sealed.scheme(), sealed.created()));
    }

    private KeySeal seal(SignatureKey key, String boundTo) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String dataKey = dataKeys.newest();
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, dataKey, nonce, boundTo).doFinal(key.bytes());
            byte[] all =
                    ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array();
            return new KeySeal(
                    dataKey, Base64.getUrlEncoder().withoutPadding().encodeToString(all));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    private static String boundTo(int number, Scheme scheme, Instant created) {
        return "key|%d|%s|%s".formatted(number, scheme.text(), created);
    }

    private Cipher cipher(int mode, String dataKey, byte[] nonce, String boundTo)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, dataKeys.find(dataKey), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
