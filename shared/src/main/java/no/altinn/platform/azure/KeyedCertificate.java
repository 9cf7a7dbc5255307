package no.altinn.platform.azure;

import no.altinn.platform.jose.RsaStrength;
import no.altinn.platform.jose.Thumbprint;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.List;

/**
 * A certificate with its private key. Immutable.
 *
 * @param privateKey an RSA key as {@link RsaStrength} has it; never logged
 * @param chain the certificate, followed by those of its issuers, if any
 */
public record KeyedCertificate(RSAPrivateKey privateKey, List<X509Certificate> chain) {
    /**
     * @throws IllegalArgumentException if there is no certificate, it belongs to another key, or
     *     the key is too weak
     */
    public KeyedCertificate {
        chain = List.copyOf(chain);
        if (chain.isEmpty()
                || !(chain.get(0).getPublicKey() instanceof RSAPublicKey publicKey)
                || !publicKey.getModulus().equals(privateKey.getModulus())) {
            throw new IllegalArgumentException("The certificate is not the one of the RSA key");
        }
        if (!RsaStrength.suffices(publicKey)) {
            throw new IllegalArgumentException("The RSA key is none of 2048 to 8192 bits");
        }
    }

    /** How tokens name the key: the certificate's SHA-1 thumbprint in upper-case hexadecimal. */
    public String kid() {
        return Thumbprint.of(chain.get(0)).hex();
    }

    /** Whether the certificate is valid at a moment, both its ends included (RFC 5280 §4.1.2.5). */
    public boolean isInForceAt(Instant moment) {
        X509Certificate certificate = chain.get(0);
        return !moment.isBefore(certificate.getNotBefore().toInstant())
                && !moment.isAfter(certificate.getNotAfter().toInstant());
    }

    /** Names the certificate without showing the key. */
    @Override
    public String toString() {
        return "KeyedCertificate[" + kid() + "]";
    }
}
