package no.altinn.local.idporten;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The digest that PKCE and ID tokens use. */
final class Sha256 {
    private Sha256() {}

    /** The 32 bytes of the ASCII text's digest. */
    static byte[] of(String ascii) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(ascii.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
