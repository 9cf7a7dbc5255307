package no.altinn.rest.certificate;

import no.altinn.platform.jose.RsaStrength;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Locale;

/**
 * Which keys and signatures prove anything. The JDK's PKIX still takes RSA keys of 1 024 bits, and
 * signatures by SHA-1 under roots that are not its own; others can forge both.
 */
final class CertificateStrength {
    private CertificateStrength() {}

    /**
     * Requires that a certificate of a chain proves something.
     *
     * @throws CertificateRefused if its key or its signature is too weak
     */
    static void require(X509Certificate certificate) {
        if (certificate.getPublicKey() instanceof RSAPublicKey key && !RsaStrength.suffices(key)) {
            throw new CertificateRefused("A key of its chain is too weak");
        }
        String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        if (signature.startsWith("SHA1") || signature.startsWith("MD")) {
            throw new CertificateRefused("A signature of its chain is too weak");
        }
    }
}
