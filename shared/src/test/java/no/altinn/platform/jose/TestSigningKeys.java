package no.altinn.platform.jose;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;

/** Makes keys with certificates for tests. */
public final class TestSigningKeys {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2036-01-01T00:00:00Z");
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private TestSigningKeys() {}

    /** A new RSA key of 2048 bits. */
    public static SigningKey create() {
        return create(FROM, UNTIL);
    }

    /** A new RSA key of 2048 bits with a certificate for this time, both ends included. */
    public static SigningKey create(Instant from, Instant until) {
        try {
            return certified(pair("RSA", 2048), from, until);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same for a pair that is there already; every certificate has a name of its own. */
    public static SigningKey certified(KeyPair pair, Instant from, Instant until) {
        try {
            return new SigningKey(
                    (RSAPrivateKey) pair.getPrivate(),
                    PublishedKey.of(certificate(pair, "SHA256withRSA", from, until)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The certificate of a key that is not RSA. */
    static X509Certificate ellipticCurve() {
        try {
            return certificate(pair("EC", 256), "SHA256withECDSA", FROM, UNTIL);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    public static KeyPair pair(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            KeyPair pair, String algorithm, Instant from, Instant until)
            throws GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500Name("CN=test");
        return new JcaX509CertificateConverter()
                .getCertificate(
                        new JcaX509v3CertificateBuilder(
                                        name,
                                        BigInteger.valueOf(SERIAL.getAndIncrement()),
                                        Date.from(from),
                                        Date.from(until),
                                        name,
                                        pair.getPublic())
                                .build(
                                        new JcaContentSignerBuilder(algorithm)
                                                .build(pair.getPrivate())));
    }
}
