package no.altinn.rest.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.client.Unavailable;
import no.altinn.testing.time.MutableClock;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Which lists of revoked certificates prove that one is not revoked, and where they are found. */
class RevocationSamplesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final MutableClock CLOCK = MutableClock.at(NOW);
    private static final Instant PAST = NOW.minusSeconds(1);
    private static final Date TOMORROW = Date.from(NOW.plusSeconds(86_400));
    private static final TestAuthority ROOT = TestAuthority.root("root", CLOCK);
    private static final TestAuthority ISSUING = ROOT.authority("issuing");
    private static final X509Certificate LEAF = ISSUING.issue(ISSUING.draft());
    private static final URI SECOND = URI.create("https://crl.example/second");

    private static String organisation(X509Certificate leaf, X509CRL list) {
        return new TrustedCertificates(
                        new CertificateAuthorities(
                                List.of(ROOT.certificate()), List.of(ISSUING.certificate())),
                        address -> {
                            if (address.equals(ROOT.crlAddress())) {
                                return ROOT.crl();
                            }
                            if (address.equals(ISSUING.crlAddress()) || address.equals(SECOND)) {
                                return list;
                            }
                            throw new Unavailable("away");
                        },
                        CLOCK)
                .organisation(TestAuthority.base64(leaf));
    }

    record Sample(String name, Instant from, Consumer<X509v2CRLBuilder> change) {
        X509CRL list() {
            return ISSUING.crl(
                    from,
                    list -> {
                        list.setNextUpdate(TOMORROW);
                        change.accept(list);
                    });
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Sample sample(String name, Consumer<X509v2CRLBuilder> change) {
        return new Sample(name, NOW, change);
    }

    private static void add(
            X509v2CRLBuilder list,
            ASN1ObjectIdentifier name,
            boolean isCritical,
            org.bouncycastle.asn1.ASN1Encodable value) {
        try {
            list.addExtension(name, isCritical, value);
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void limited(
            X509v2CRLBuilder list, boolean toUsers, boolean toAuthorities, boolean isIndirect) {
        add(
                list,
                Extension.issuingDistributionPoint,
                true,
                new IssuingDistributionPoint(
                        null, toUsers, toAuthorities, null, isIndirect, false));
    }

    private static void revoke(X509v2CRLBuilder list, Instant since, int reason) {
        list.addCRLEntry(LEAF.getSerialNumber(), Date.from(since), reason);
    }

    static Stream<Sample> proofs() {
        return Stream.of(
                sample("of none", list -> {}),
                sample("of another", list -> list.addCRLEntry(BigInteger.ONE, Date.from(NOW), 1)),
                sample(
                        "numbered",
                        list ->
                                add(
                                        list,
                                        Extension.cRLNumber,
                                        false,
                                        new CRLNumber(BigInteger.TWO))),
                sample("of users alone", list -> limited(list, true, false, false)),
                new Sample("of yesterday", NOW.minusSeconds(86_400), list -> {}));
    }

    @ParameterizedTest
    @MethodSource
    void proofs(Sample sample) {
        assertThat(organisation(LEAF, sample.list())).isEqualTo("310000001");
    }

    static Stream<Sample> noProofs() {
        return Stream.of(
                sample("revoked", list -> revoke(list, PAST, 1)),
                sample("revoked without a reason", list -> revoke(list, PAST, 0)),
                sample("on hold", list -> revoke(list, PAST, CRLReason.certificateHold)),
                sample("superseded", list -> revoke(list, PAST, CRLReason.superseded)),
                sample("of authorities alone", list -> limited(list, false, true, false)),
                sample(
                        "of changes alone",
                        list ->
                                add(
                                        list,
                                        Extension.deltaCRLIndicator,
                                        true,
                                        new CRLNumber(BigInteger.ONE))),
                sample(
                        "with a demand unknown",
                        list ->
                                add(
                                        list,
                                        new ASN1ObjectIdentifier("1.3.6.1.4.1.1"),
                                        true,
                                        DERNull.INSTANCE)),
                sample(
                        "of times long past",
                        list -> list.setNextUpdate(Date.from(NOW.minusSeconds(3_600)))),
                new Sample("of tomorrow", NOW.plusSeconds(86_400), list -> {}));
    }

    @ParameterizedTest
    @MethodSource
    void noProofs(Sample sample) {
        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(() -> organisation(LEAF, sample.list()));
    }

    @Test
    void aListThatWasChangedProvesNothing() throws Exception {
        X509CRL list = ISSUING.crl();
        byte[] bytes = list.getEncoded();
        bytes[bytes.length - 1] = (byte) (bytes[bytes.length - 1] ^ 1);
        X509CRL changed =
                (X509CRL)
                        CertificateFactory.getInstance("X.509")
                                .generateCRL(new ByteArrayInputStream(bytes));

        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(() -> organisation(LEAF, changed));
    }

    private static DistributionPoint point(String... addresses) {
        GeneralName[] names =
                Arrays.stream(addresses)
                        .map(one -> new GeneralName(GeneralName.uniformResourceIdentifier, one))
                        .toArray(GeneralName[]::new);
        return new DistributionPoint(
                new DistributionPointName(new GeneralNames(names)), null, null);
    }

    private static X509Certificate leaf(org.bouncycastle.asn1.ASN1Object points) {
        try {
            return ISSUING.issue(
                    ISSUING.draft()
                            .crl(Optional.empty())
                            .extension(
                                    new Extension(
                                            Extension.cRLDistributionPoints,
                                            false,
                                            points.getEncoded())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theFirstListThatIsThereIsTaken() {
        String away = "http://crl.example/away";

        for (DistributionPoint[] points :
                new DistributionPoint[][] {
                    {point(SECOND.toString())},
                    {point(away), point(SECOND.toString())},
                    {point(away, SECOND.toString())},
                    {point("ldap://crl.example/a", SECOND.toString())},
                    {point("not an address"), point(SECOND.toString())}
                }) {
            assertThat(organisation(leaf(new CRLDistPoint(points)), ISSUING.crl()))
                    .isEqualTo("310000001");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://crl.example/a",
                "file:///etc/hostname",
                "http:/a",
                "crl.example/a",
                "http://crl.example/\u0000",
                ""
            })
    void anAddressOfAnotherKindIsPassedOver(String address) {
        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(
                        () ->
                                organisation(
                                        leaf(
                                                new CRLDistPoint(
                                                        new DistributionPoint[] {point(address)})),
                                        ISSUING.crl()))
                .withMessageContaining("where its CRL is");
    }

    @Test
    void pointsThatAreNoneAreRefused() {
        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(() -> organisation(leaf(new ASN1Integer(1)), ISSUING.crl()));
    }
}
