package no.altinn.local.identity;

import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Makes RSA keys of 2048 bits with certificates that stand for themselves. */
final class SelfSigned {
    private static final Duration LIFETIME = Duration.ofDays(3650);
    private static final Duration SKEW = Duration.ofDays(1);

    private SelfSigned() {}

    /**
     * A new key, valid for ten years.
     *
     * @param commonName letters, digits and hyphens
     */
    static SigningKey create(String commonName, Instant now) {
        return create(commonName, now, certificate -> {});
    }

    /** A new key that signs certificates and lists of revoked ones. */
    static SigningKey authority(String commonName, Instant now) {
        return create(
                commonName,
                now,
                certificate -> {
                    certificate.addExtension(
                            Extension.basicConstraints, true, new BasicConstraints(0));
                    certificate.addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
                });
    }

    /** A new key for TLS on this machine, under a host name and the loopback addresses. */
    static SigningKey server(String hostName, Instant now) {
        return create(
                hostName,
                now,
                certificate ->
                        certificate.addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(
                                        new GeneralName[] {
                                            new GeneralName(GeneralName.dNSName, hostName),
                                            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                                            new GeneralName(GeneralName.iPAddress, "::1")
                                        })));
    }

    /** Adds what a certificate is for. */
    private interface Extensions {
        void addTo(X509v3CertificateBuilder certificate) throws CertIOException;
    }

    private static SigningKey create(String commonName, Instant now, Extensions extensions) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return certify(
                    generator.generateKeyPair(), new X500Name("CN=" + commonName), now, extensions);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("No key could be made for " + commonName, e);
        }
    }

    private static SigningKey certify(
            KeyPair pair, X500Name name, Instant now, Extensions extensions)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        ContentSigner signer =
                new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate());
        JcaX509v3CertificateBuilder certificate =
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(now.toEpochMilli()),
                        Date.from(now.minus(SKEW)),
                        Date.from(now.plus(LIFETIME)),
                        name,
                        pair.getPublic());
        extensions.addTo(certificate);
        return new SigningKey(
                (RSAPrivateKey) pair.getPrivate(),
                PublishedKey.of(
                        new JcaX509CertificateConverter()
                                .getCertificate(certificate.build(signer))));
    }
}
