package no.altinn.platform.azure;

import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;
import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestKeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** Certificates in the forms in which Key Vault hands them out. */
public final class Certificates {
    /** What Key Vault calls PKCS #12. */
    public static final String PKCS12 = "application/x-pkcs12";

    /** What Key Vault calls PEM. */
    public static final String PEM = "application/x-pem-file";

    private static final char[] NO_PASSWORD = {};

    private static final AtomicInteger MADE = new AtomicInteger();

    private Certificates() {}

    /** A certificate of another key than the seven before, valid between the two instants. */
    public static SigningKey create(Instant from, Instant until) {
        TestKeys keys = TestKeys.of("vault" + MADE.getAndIncrement() % 8);
        return new SigningKey(
                keys.privateKey(), PublishedKey.of(TestCertificates.selfSigned(keys, from, until)));
    }

    /** In Base64, without a password. */
    public static String pkcs12(SigningKey certificate) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry(
                    "1",
                    certificate.privateKey(),
                    NO_PASSWORD,
                    certificate.published().chain().toArray(Certificate[]::new));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, NO_PASSWORD);
            return Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key, then the chain. */
    public static String pem(SigningKey certificate) {
        StringBuilder pem =
                new StringBuilder(block("PRIVATE KEY", certificate.privateKey().getEncoded()));
        certificate
                .published()
                .chain()
                .forEach(link -> pem.append(block("CERTIFICATE", der(link))));
        return pem.toString();
    }

    /** The certificate alone, as DER in Base64. */
    public static String base64(X509Certificate certificate) {
        return Base64.getEncoder().encodeToString(der(certificate));
    }

    private static String block(String label, byte[] der) {
        byte[] lineEnd = "\n".getBytes(StandardCharsets.US_ASCII);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
                .formatted(label, Base64.getMimeEncoder(64, lineEnd).encodeToString(der), label);
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
