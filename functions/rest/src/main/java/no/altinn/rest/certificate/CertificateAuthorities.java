package no.altinn.rest.certificate;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who issues certificates of organisations. Immutable.
 *
 * @param roots who are trusted by themselves: they have signed their own certificates
 * @param issuing who are trusted if a root has signed for them
 */
public record CertificateAuthorities(List<X509Certificate> roots, List<X509Certificate> issuing) {
    public CertificateAuthorities {
        roots = List.copyOf(roots);
        issuing = List.copyOf(issuing);
    }

    /**
     * Reads certificates one after another; text between them is left out.
     *
     * @param pem certificates in PEM (RFC 7468)
     * @throws CertificateException if it has something else, or no root
     */
    public static CertificateAuthorities read(String pem) throws CertificateException {
        List<X509Certificate> all =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(
                                new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
                        .stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        List<X509Certificate> roots =
                all.stream().filter(CertificateAuthorities::isSelfSigned).toList();
        if (roots.isEmpty()) {
            throw new CertificateException("There is no root among the certificates");
        }
        return new CertificateAuthorities(
                roots, all.stream().filter(one -> !roots.contains(one)).toList());
    }

    Set<TrustAnchor> anchors() {
        return roots.stream()
                .map(root -> new TrustAnchor(root, null))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isSelfSigned(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            // Another of the same name has signed it.
            return false;
        }
    }
}
