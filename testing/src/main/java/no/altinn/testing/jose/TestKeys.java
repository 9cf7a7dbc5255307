package no.altinn.testing.jose;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An RSA key pair with an id.
 *
 * @param kid the id, as tokens' headers name it
 */
public record TestKeys(String kid, RSAPublicKey publicKey, RSAPrivateKey privateKey) {

    /** Making a pair takes as long as some hundred tests, so a process makes few. */
    private static final Map<String, TestKeys> KNOWN = new ConcurrentHashMap<>();

    /** The pair of 2 048 bits that has this id; the same one in the whole process. */
    public static TestKeys of(String kid) {
        return KNOWN.computeIfAbsent(kid, TestKeys::generate);
    }

    /** A pair of 2 048 bits that no other test has. */
    public static TestKeys generate(String kid) {
        return generate(kid, 2048);
    }

    /** The same of a given size, in bits. */
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
