package no.altinn.platform.jose;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;

/** A token's signature that is to be verified, and what it signs. Immutable. */
public final class RsaSignature {
    private final RsaAlgorithm algorithm;
    private final byte[] signed;
    private final byte[] signature;

    /**
     * @param signed the token's first two parts with the dot between them
     * @param signature the third part, decoded; not to be changed any more
     */
    RsaSignature(RsaAlgorithm algorithm, String signed, byte[] signature) {
        this.algorithm = algorithm;
        this.signed = signed.getBytes(StandardCharsets.US_ASCII);
        this.signature = signature;
    }

    /** Whether the owner of this key has signed. */
    public boolean isBy(RSAPublicKey key) {
        try {
            Signature verification = Signature.getInstance(algorithm.jca());
            verification.initVerify(key);
            verification.update(signed);
            return verification.verify(signature);
        } catch (SignatureException | InvalidKeyException e) {
            // A signature of another length than the key's is such an error, and no signature.
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has " + algorithm.jca(), e);
        }
    }
}
