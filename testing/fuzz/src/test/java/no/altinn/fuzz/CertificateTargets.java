package no.altinn.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.certificate.CertificateAuthorities;
import no.altinn.rest.certificate.CertificateRefused;
import no.altinn.rest.certificate.TrustedCertificates;
import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestKeys;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

/** Client certificates as a front passes them on, and the list of authorities. */
final class CertificateTargets {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final X509Certificate ROOT =
            TestCertificates.selfSigned(
                    TestKeys.of("fuzz"), NOW.minusSeconds(9), NOW.plusSeconds(9));
    private static final TrustedCertificates TRUSTED =
            new TrustedCertificates(
                    new CertificateAuthorities(List.of(ROOT), List.of()),
                    address -> {
                        throw new Unavailable("away");
                    },
                    Clock.fixed(NOW, ZoneOffset.UTC));

    private CertificateTargets() {}

    static List<Target> all() {
        return List.of(
                Target.of("client-certificate", CertificateTargets::organisation, base64(), "AAAA"),
                Target.of(
                        "client-certificate-bytes",
                        text ->
                                organisation(
                                        Base64.getEncoder()
                                                .encodeToString(
                                                        text.getBytes(
                                                                StandardCharsets.ISO_8859_1))),
                        new String(der(), StandardCharsets.ISO_8859_1)),
                Target.of(
                        "authorities",
                        CertificateTargets::authorities,
                        "-----BEGIN CERTIFICATE-----\n" + base64() + "\n-----END CERTIFICATE-----",
                        "x"));
    }

    private static byte[] der() {
        try {
            return ROOT.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64() {
        return Base64.getEncoder().encodeToString(der());
    }

    private static void organisation(String text) {
        try {
            assertThat(TRUSTED.organisation(text)).hasSize(9);
        } catch (CertificateRefused e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static void authorities(String text) {
        try {
            assertThat(CertificateAuthorities.read(text).roots()).isNotEmpty();
        } catch (CertificateException e) {
            assertThat(e).isNotNull();
        }
    }
}
