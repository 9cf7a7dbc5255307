package no.altinn.rest.certificate;

import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a certificate says that its issuer tells what is revoked (RFC 5280 §4.2.1.13), as far as
 * HTTP gets there.
 */
final class DistributionPoints {
    /** More are left out. */
    private static final int MOST = 5;

    private DistributionPoints() {}

    /**
     * The addresses of a certificate's lists, in order.
     *
     * @throws CertificateRefused if the extension is malformed
     */
    static List<URI> of(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(Extension.cRLDistributionPoints.getId());
        if (extension == null) {
            return List.of();
        }
        try {
            CRLDistPoint points =
                    CRLDistPoint.getInstance(ASN1OctetString.getInstance(extension).getOctets());
            return Arrays.stream(points.getDistributionPoints())
                    .flatMap(DistributionPoints::names)
                    .flatMap(name -> address(name).stream())
                    .limit(MOST)
                    .toList();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new CertificateRefused("Its CRL distribution points are malformed", e);
        }
    }

    private static Stream<GeneralName> names(DistributionPoint point) {
        DistributionPointName name = point.getDistributionPoint();
        return name != null && name.getType() == DistributionPointName.FULL_NAME
                ? Arrays.stream(GeneralNames.getInstance(name.getName()).getNames())
                : Stream.empty();
    }

    private static Optional<URI> address(GeneralName name) {
        if (name.getTagNo() != GeneralName.uniformResourceIdentifier) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(((ASN1String) name.getName()).getString());
            boolean isHttp =
                    "http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme());
            return isHttp && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
