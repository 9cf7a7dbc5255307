package no.altinn.testing.jose;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Makes self-signed certificates (RFC 5280 §4.1), which the JDK cannot. */
public final class TestCertificates {
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OBJECT_ID = 0x06;
    private static final int UTF8 = 0x0C;
    private static final int TIME = 0x18;
    private static final int VERSION = 0xA0;

    private static final byte[] SHA256_WITH_RSA = {
        0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 0x01, 0x01, 0x0B
    };
    private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};
    private static final byte[] NULL = {0x05, 0x00};
    private static final DateTimeFormatter GENERALIZED_TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private TestCertificates() {}

    /** A certificate of the keys, signed with them, valid between the two instants. */
    public static X509Certificate selfSigned(TestKeys keys, Instant from, Instant until) {
        byte[] algorithm = der(SEQUENCE, der(OBJECT_ID, SHA256_WITH_RSA), NULL);
        byte[] commonName =
                der(
                        SEQUENCE,
                        der(OBJECT_ID, COMMON_NAME),
                        der(UTF8, keys.kid().getBytes(StandardCharsets.UTF_8)));
        byte[] name = der(SEQUENCE, der(SET, commonName));
        byte[] content =
                der(
                        SEQUENCE,
                        der(VERSION, der(INTEGER, new byte[] {2})),
                        der(INTEGER, new byte[] {1}),
                        algorithm,
                        name,
                        der(SEQUENCE, time(from), time(until)),
                        name,
                        keys.publicKey().getEncoded());
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.privateKey());
            signature.update(content);
            byte[] certificate =
                    der(
                            SEQUENCE,
                            content,
                            algorithm,
                            der(BIT_STRING, new byte[] {0}, signature.sign()));
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(certificate));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate could not be made", e);
        }
    }

    private static byte[] time(Instant instant) {
        return der(TIME, GENERALIZED_TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] der(int tag, byte[]... contents) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : contents) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.size();
        if (length < 0x80) {
            element.write(length);
        } else if (length < 0x100) {
            element.writeBytes(new byte[] {(byte) 0x81, (byte) length});
        } else {
            element.writeBytes(new byte[] {(byte) 0x82, (byte) (length >> 8), (byte) length});
        }
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }
}
