package no.altinn.local.maskinporten;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The signatures that Maskinporten accepts: RSASSA-PKCS1-v1_5 (RFC 7518 §3.3). */
enum RsaSignature {
    RS256("SHA256withRSA"),
    RS384("SHA384withRSA"),
    RS512("SHA512withRSA");

    private final String jca;

    RsaSignature(String jca) {
        this.jca = jca;
    }

    /** Every name as {@code alg} has it, in alphabetical order. */
    static Set<String> names() {
        return Arrays.stream(values())
                .map(Enum::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Whether the key has signed the token.
     *
     * @param jwt in compact form, so that there is a last dot
     */
    boolean isOf(RSAPublicKey key, String jwt) {
        int end = jwt.lastIndexOf('.');
        try {
            Signature signature = Signature.getInstance(jca);
            signature.initVerify(key);
            signature.update(jwt.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(jwt.substring(end + 1)));
        } catch (SignatureException | IllegalArgumentException e) {
            // Of another length than the key's, or no Base64.
            return false;
        } catch (InvalidKeyException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("Registered keys can verify", e);
        }
    }
}
