package no.altinn.rest.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.security.cert.CertificateException;

class CertificateAuthoritiesTest {
    private static final MutableClock CLOCK = MutableClock.at("2026-01-02T03:04:05Z");
    private static final TestAuthority ROOT = TestAuthority.root("root", CLOCK);
    private static final TestAuthority ISSUING = ROOT.authority("issuing");

    @Test
    void whoSignsForItselfIsARootAndTheOthersIssue() throws CertificateException {
        CertificateAuthorities read =
                CertificateAuthorities.read(
                        "The issuing one:\n" + ISSUING.pem() + "\nThe root:\n" + ROOT.pem());

        assertThat(read.roots()).containsExactly(ROOT.certificate());
        assertThat(read.issuing()).containsExactly(ISSUING.certificate());
    }

    @Test
    void withoutARootNobodyCanBeTrusted() {
        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> CertificateAuthorities.read(ISSUING.pem()));
        assertThatExceptionOfType(CertificateException.class)
                .isThrownBy(() -> CertificateAuthorities.read("none"));
    }
}
