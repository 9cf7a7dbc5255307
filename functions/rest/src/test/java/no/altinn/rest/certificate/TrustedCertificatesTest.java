package no.altinn.rest.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.certificate.TestAuthority.Draft;
import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.time.MutableClock;

import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class TrustedCertificatesTest {
    private static final MutableClock CLOCK = MutableClock.at("2026-01-02T03:04:05Z");
    private static final TestAuthority ROOT = TestAuthority.root("root", CLOCK);
    private static final TestAuthority ISSUING = ROOT.authority("issuing");
    private static final TestAuthority STRANGER = TestAuthority.root("stranger", CLOCK);

    private final Map<URI, X509CRL> published = new TreeMap<>();
    private final List<URI> fetched = new ArrayList<>();
    private final TrustedCertificates certificates =
            new TrustedCertificates(
                    new CertificateAuthorities(
                            List.of(ROOT.certificate()), List.of(ISSUING.certificate())),
                    this::fetch,
                    CLOCK);

    TrustedCertificatesTest() {
        published.put(ROOT.crlAddress(), ROOT.crl());
        published.put(ISSUING.crlAddress(), ISSUING.crl());
    }

    private X509CRL fetch(URI address) {
        fetched.add(address);
        return Optional.ofNullable(published.get(address))
                .orElseThrow(() -> new Unavailable("away"));
    }

    private void refuses(String certificate, String reason) {
        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(() -> certificates.organisation(certificate))
                .withMessageContaining(reason);
    }

    @Test
    void aGoodCertificateTellsItsOrganisation() {
        assertThat(certificates.organisation(ISSUING.base64(ISSUING.draft())))
                .isEqualTo("310000001");
        assertThat(fetched).containsExactly(ISSUING.crlAddress(), ROOT.crlAddress());
    }

    @Test
    void aRootMayIssueByItself() {
        assertThat(certificates.organisation(ROOT.base64(ROOT.draft()))).isEqualTo("310000001");
    }

    @Test
    void anOlderCertificateHasTheNumberAsItsSerialNumber() {
        assertThat(
                        certificates.organisation(
                                ISSUING.base64(ISSUING.draft().serialNumber("310000002"))))
                .isEqualTo("310000002");
    }

    record Bad(String name, UnaryOperator<Draft> change, String reason) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bad> bad() {
        Instant now = CLOCK.instant();
        return Stream.of(
                new Bad(
                        "too old",
                        draft -> draft.living(now.minusSeconds(9000), now.minusSeconds(1)),
                        "PKIX"),
                new Bad(
                        "too young",
                        draft -> draft.living(now.plusSeconds(1), now.plusSeconds(9000)),
                        "PKIX"),
                new Bad("no signatures", draft -> draft.usage(KeyUsage.keyEncipherment), "sign"),
                new Bad(
                        "a server's",
                        draft -> draft.purposes(KeyPurposeId.id_kp_serverAuth),
                        "clients"),
                new Bad("an authority's", draft -> draft.authority(true), "authority"),
                new Bad("no CRL named", draft -> draft.crl(Optional.empty()), "where its CRL is"),
                new Bad(
                        "CRL away",
                        draft -> draft.crl(Optional.of(URI.create("http://crl.example/x"))),
                        "away"),
                new Bad(
                        "CRL not by HTTP",
                        draft -> draft.crl(Optional.of(URI.create("ldap://crl.example/x"))),
                        "where its CRL is"),
                new Bad(
                        "CRL of another",
                        draft -> draft.crl(Optional.of(ROOT.crlAddress())),
                        "PKIX"),
                new Bad("foreign", draft -> draft.organisation("NTRSE-310000001"), "names no"),
                new Bad("a tax number", draft -> draft.organisation("VATNO-310000001"), "names no"),
                new Bad("short", draft -> draft.organisation("NTRNO-31000000"), "names no"),
                new Bad("more", draft -> draft.organisation("NTRNO-310000001 "), "names no"),
                new Bad("a person's", draft -> draft.serialNumber("9578-4050-1234"), "names no"),
                new Bad("without", draft -> draft.subject(BCStyle.OU, "310000001"), "names no"),
                new Bad(
                        "two",
                        draft ->
                                draft.subject(
                                        BCStyle.ORGANIZATION_IDENTIFIER,
                                        "NTRNO-310000001",
                                        "NTRNO-310000002"),
                        "names no"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadCertificateIsRefused(Bad bad) {
        refuses(ISSUING.base64(bad.change().apply(ISSUING.draft())), bad.reason());
    }

    @Test
    void anExtendedUsageIsNotNeeded() {
        Draft draft = ISSUING.draft().purposes().usage(0);

        assertThat(certificates.organisation(ISSUING.base64(draft))).isEqualTo("310000001");
    }

    @Test
    void aRevokedCertificateIsRefused() {
        X509Certificate revoked = ISSUING.issue(ISSUING.draft());
        published.put(ISSUING.crlAddress(), ISSUING.crl(revoked));

        refuses(TestAuthority.base64(revoked), "revoked");
    }

    @Test
    void theCertificateOfARevokedAuthorityIsRefused() {
        published.put(ROOT.crlAddress(), ROOT.crl(ISSUING.certificate()));

        refuses(ISSUING.base64(ISSUING.draft()), "revoked");
    }

    @Test
    void aListThatAnotherHasSignedProvesNothing() {
        TestAuthority impostor = STRANGER.authority("issuing-impostor");
        published.put(ISSUING.crlAddress(), impostor.crl());

        refuses(ISSUING.base64(ISSUING.draft()), "PKIX");
    }

    @Test
    void aListThatIsTooOldProvesNothing() {
        // The JDK lets clocks differ by a quarter of an hour.
        published.put(ISSUING.crlAddress(), ISSUING.crl(Duration.ofMinutes(-16)));

        refuses(ISSUING.base64(ISSUING.draft()), "PKIX");
    }

    @Test
    void nothingIsFetchedForACertificateOfAStranger() {
        refuses(STRANGER.base64(STRANGER.draft()), "PKIX");
        refuses(
                TestAuthority.base64(
                        TestCertificates.selfSigned(
                                TestKeys.of("client"),
                                CLOCK.instant().minusSeconds(60),
                                CLOCK.instant().plusSeconds(60))),
                "PKIX");

        assertThat(fetched).isEmpty();
    }

    @Test
    void aCertificateThatOnlyNamesATrustedIssuerIsRefused() {
        // Signed with other keys than the issuer's.
        refuses(STRANGER.base64(ISSUING.draft()), "PKIX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "%2B", "-----BEGIN CERTIFICATE-----"})
    void garbageIsRefused(String certificate) {
        refuses(certificate, "no certificate");
    }

    @Test
    void whatIsLongerThanAnyCertificateIsNotRead() {
        refuses("A".repeat(16 * 1024 + 1), "longer");
    }

    @Test
    void whereNoCertificatesAreTakenEachIsRefused() {
        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(
                        () ->
                                EnterpriseCertificates.NONE.organisation(
                                        ISSUING.base64(ISSUING.draft())));
    }
}
