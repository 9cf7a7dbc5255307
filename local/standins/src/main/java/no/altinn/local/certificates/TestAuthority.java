package no.altinn.local.certificates;

import no.altinn.platform.jose.SigningKey;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * Issues certificates of organisations, as Buypass and Commfides do, and says that none is revoked.
 * Thread-safe.
 */
final class TestAuthority {
    private static final Duration LIFETIME = Duration.ofDays(365);
    private static final Duration LIST_LIFETIME = Duration.ofDays(7);
    private static final Duration SKEW = Duration.ofHours(1);
    private static final int SERIAL_BITS = 120;
    private static final String SIGNATURE = "SHA256withRSA";

    private final SigningKey own;
    private final URI revocations;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * The authority of a key.
     *
     * @param own its key, and the certificate that it has issued to itself
     * @param revocations where its list of revoked certificates is served
     */
    TestAuthority(SigningKey own, URI revocations, Clock clock) {
        this.own = own;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** A certificate with its key, which only its owner should have. */
    record Issued(PrivateKey key, X509Certificate certificate) {
        @Override
        public String toString() {
            return "a certificate of " + certificate.getSubjectX500Principal();
        }
    }

    /**
     * A new key of 2048 bits and its certificate, valid for a year.
     *
     * @param number nine digits
     */
    Issued issue(String number, String name) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048, random);
            KeyPair pair = generator.generateKeyPair();
            return new Issued(pair.getPrivate(), certify(pair, subject(number, name)));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("No certificate could be issued", e);
        }
    }

    /** ETSI EN 319 412-1 §5.1.4: the register of Norwegian organisations, and the number in it. */
    private static X500Name subject(String number, String name) {
        return new X500NameBuilder()
                .addRDN(BCStyle.C, "NO")
                .addRDN(BCStyle.O, name)
                .addRDN(new ASN1ObjectIdentifier("2.5.4.97"), "NTRNO-" + number)
                .addRDN(BCStyle.CN, name)
                .build();
    }

    private X509Certificate certify(KeyPair pair, X500Name subject)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        Instant now = clock.instant();
        JcaX509v3CertificateBuilder certificate =
                new JcaX509v3CertificateBuilder(
                        own.certificate(),
                        new BigInteger(SERIAL_BITS, random),
                        Date.from(now.minus(SKEW)),
                        Date.from(now.plus(LIFETIME)),
                        subject,
                        pair.getPublic());
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        certificate.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
        certificate.addExtension(
                Extension.cRLDistributionPoints,
                false,
                new CRLDistPoint(
                        new DistributionPoint[] {
                            new DistributionPoint(
                                    new DistributionPointName(
                                            new GeneralNames(
                                                    new GeneralName(
                                                            GeneralName.uniformResourceIdentifier,
                                                            revocations.toString()))),
                                    null,
                                    null)
                        }));
        return new JcaX509CertificateConverter().getCertificate(certificate.build(signer()));
    }

    /** The list of revoked certificates, of which there are none (RFC 5280 §5), in DER. */
    byte[] revocationList() {
        Instant now = clock.instant();
        try {
            return new JcaX509v2CRLBuilder(own.certificate(), Date.from(now.minus(SKEW)))
                    .setNextUpdate(Date.from(now.plus(LIST_LIFETIME)))
                    .build(signer())
                    .getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException("No list of revoked certificates could be made", e);
        }
    }

    private ContentSigner signer() throws OperatorCreationException {
        return new JcaContentSignerBuilder(SIGNATURE).build(own.privateKey());
    }
}
