package no.altinn.testing.jose;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;

/**
 * A fresh RSA key pair with an id.
 *
 * @param kid the id, as tokens' headers name it
 */
public record TestKeys(String kid, RSAPublicKey publicKey, RSAPrivateKey privateKey) {

    /** A pair of 2 048 bits. */
    public static TestKeys generate(String kid) {
        return generate(kid, 2048);
    }

    /** A pair of a given size, in bits. */
    public static TestKeys generate(String kid, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            KeyPair pair = generator.generateKeyPair();
            return new TestKeys(
                    kid, (RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }
}
