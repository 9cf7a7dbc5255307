package no.altinn.events.signing;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret of 32 bytes. Immutable. */
final class HmacKey implements SignatureKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    HmacKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    @Override
    public Scheme scheme() {
        return Scheme.V1;
    }

    @Override
    public byte[] bytes() {
        return key.getEncoded();
    }

    @Override
    public Optional<PublicHalf> publicHalf() {
        return Optional.empty();
    }

    @Override
    public String forVerifying() {
        return "whsec_" + Base64.getEncoder().encodeToString(key.getEncoded());
    }

    @Override
    public String sign(SignedContent content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.bytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC with SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "HmacKey";
    }
}
