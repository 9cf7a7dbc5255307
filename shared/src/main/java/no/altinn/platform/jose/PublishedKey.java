package no.altinn.platform.jose;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/**
 * A key that tokens can be verified with. Immutable.
 *
 * @param chain the certificate of an RSA key, followed by those of its issuers, if any
 */
public record PublishedKey(List<X509Certificate> chain) {

    /**
     * @throws IllegalArgumentException if there is no certificate, or its key is not RSA
     */
    public PublishedKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty() || !(chain.get(0).getPublicKey() instanceof RSAPublicKey)) {
            throw new IllegalArgumentException(
                    "A published key needs the certificate of an RSA key");
        }
    }

    /** A key whose certificate stands for itself. */
    public static PublishedKey of(X509Certificate certificate) {
        return new PublishedKey(List.of(certificate));
    }

    /** The certificate of this key itself. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** What signatures are verified with. */
    public RSAPublicKey publicKey() {
        return (RSAPublicKey) certificate().getPublicKey();
    }

    /** How tokens name this key: the certificate's SHA-1 thumbprint in upper-case hexadecimal. */
    public String kid() {
        return thumbprint().hex();
    }

    Thumbprint thumbprint() {
        return Thumbprint.of(certificate());
    }
}
