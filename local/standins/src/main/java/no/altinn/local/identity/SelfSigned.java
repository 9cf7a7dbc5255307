package no.altinn.local.identity;

import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;

import org.bouncycastle.asn1.x500.X500Name;
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
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return certify(generator.generateKeyPair(), new X500Name("CN=" + commonName), now);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("No key could be made for " + commonName, e);
        }
    }

    private static SigningKey certify(KeyPair pair, X500Name name, Instant now)
            throws GeneralSecurityException, OperatorCreationException {
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
        return new SigningKey(
                (RSAPrivateKey) pair.getPrivate(),
                PublishedKey.of(
                        new JcaX509CertificateConverter()
                                .getCertificate(certificate.build(signer))));
    }
}
