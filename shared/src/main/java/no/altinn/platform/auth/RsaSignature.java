package no.altinn.platform.auth;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;

/** A token's signature with RS256 (RFC 7518 §3.3), and what it signs. Immutable. */
final class RsaSignature {
    private final byte[] signed;
    private final byte[] signature;

    /**
     * @param signed the token's first two parts with the dot between them
     * @param signature the third part, decoded; not to be changed any more
     */
    RsaSignature(String signed, byte[] signature) {
        this.signed = signed.getBytes(StandardCharsets.US_ASCII);
        this.signature = signature;
    }

    /** Whether the owner of this key has signed. */
    boolean isBy(RSAPublicKey key) {
        try {
            Signature verification = Signature.getInstance("SHA256withRSA");
            verification.initVerify(key);
            verification.update(signed);
            return verification.verify(signature);
        } catch (SignatureException | InvalidKeyException e) {
            // A signature of another length than the key's is such an error, and no signature.
            return false;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA256withRSA", e);
        }
    }
}
