package no.altinn.authentication.keys;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;

/**
 * A key to sign tokens with, and the certificate it is known by. Immutable.
 *
 * @param privateKey signs; never logged, never published
 * @param published the same key as others see it
 */
public record SigningKey(RSAPrivateKey privateKey, PublishedKey published) {

    /** The key's certificate. */
    public X509Certificate certificate() {
        return published.certificate();
    }

    /** How tokens name this key. */
    public String kid() {
        return published.kid();
    }

    /** Names the key without showing it. */
    @Override
    public String toString() {
        return "SigningKey[" + kid() + "]";
    }
}
