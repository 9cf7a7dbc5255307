package no.altinn.events.signing;

import java.security.SecureRandom;
import java.util.Optional;

/** A key that signs. Immutable; its text form names its scheme alone. */
public sealed interface SignatureKey permits HmacKey, Ed25519Key {
    /** A new key, of 32 bytes that the generator gives. */
    static SignatureKey create(Scheme scheme, SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return of(scheme, bytes);
    }

    /**
     * The key of these bytes.
     *
     * @param bytes 32 of them: an HMAC key, or the seed of an Ed25519 pair (RFC 8032 §5.1.5)
     * @throws IllegalArgumentException if they are not 32
     */
    static SignatureKey of(Scheme scheme, byte[] bytes) {
        if (bytes.length != 32) {
            throw new IllegalArgumentException("A key has 32 bytes");
        }
        return switch (scheme) {
            case V1 -> new HmacKey(bytes);
            case V1A -> Ed25519Key.ofSeed(bytes);
        };
    }

    /** How it signs. */
    Scheme scheme();

    /** Its bytes, from which {@link #of} makes the same key; a new array each time. */
    byte[] bytes();

    /** The public half, 32 bytes; empty for a key that has none. */
    Optional<PublicHalf> publicHalf();

    /** What the owner of the endpoint verifies with: {@code whsec_} or {@code whpk_} and Base64. */
    String forVerifying();

    /** A signature as the header has it: the scheme, a comma, and Base64. */
    String sign(SignedContent content);
}
