package no.altinn.rest.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.client.Unavailable;
import no.altinn.rest.certificate.TestAuthority.Draft;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.time.MutableClock;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Chains, usages, keys and names of certificates; lists are in {@link RevocationSamplesTest}. */
class CertificateSamplesTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final MutableClock CLOCK = MutableClock.at(NOW);
    private static final TestAuthority ROOT = TestAuthority.root("root", CLOCK);
    private static final TestAuthority ISSUING = ROOT.authority("issuing");
    private static final ASN1ObjectIdentifier UNKNOWN = new ASN1ObjectIdentifier("1.3.6.1.4.1.1");

    private static String organisation(TestAuthority issuing, String certificate) {
        return new TrustedCertificates(
                        new CertificateAuthorities(
                                List.of(ROOT.certificate()), List.of(issuing.certificate())),
                        address -> {
                            if (address.equals(ROOT.crlAddress())) {
                                return ROOT.crl();
                            }
                            if (address.equals(issuing.crlAddress())) {
                                return issuing.crl();
                            }
                            throw new Unavailable("away");
                        },
                        CLOCK)
                .organisation(certificate);
    }

    private static void assertRefused(TestAuthority issuing, String certificate, String reason) {
        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(() -> organisation(issuing, certificate))
                .withMessageContaining(reason);
    }

    record Sample(String name, UnaryOperator<Draft> change) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Sample sample(String name, UnaryOperator<Draft> change) {
        return new Sample(name, change);
    }

    private static Extension unknown(boolean isCritical) {
        try {
            return new Extension(
                    UNKNOWN, isCritical, new DEROctetString(DERNull.INSTANCE.getEncoded()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Sample> good() {
        return Stream.of(
                sample("from this second on", draft -> draft.living(NOW, NOW.plusSeconds(9))),
                sample("until this second", draft -> draft.living(NOW.minusSeconds(9), NOW)),
                sample("of any purpose", all -> all.purposes(KeyPurposeId.anyExtendedKeyUsage)),
                sample(
                        "of a server and a client",
                        draft ->
                                draft.purposes(
                                        KeyPurposeId.id_kp_serverAuth,
                                        KeyPurposeId.id_kp_clientAuth)),
                sample(
                        "for signatures of two kinds",
                        draft -> draft.usage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation)),
                sample("with an unknown extension", draft -> draft.extension(unknown(false))),
                sample("number in UTF-8", draft -> named(draft, new DERUTF8String(NUMBER))),
                sample("number printable", draft -> named(draft, new DERPrintableString(NUMBER))),
                sample("number in 16 bits", draft -> named(draft, new DERBMPString(NUMBER))),
                sample("number in IA5", draft -> named(draft, new DERIA5String(NUMBER))),
                sample(
                        "number beside a name",
                        draft ->
                                draft.subject(
                                        new X500NameBuilder(BCStyle.INSTANCE)
                                                .addMultiValuedRDN(
                                                        new AttributeTypeAndValue[] {
                                                            value(BCStyle.CN, "Org"),
                                                            value(
                                                                    BCStyle.ORGANIZATION_IDENTIFIER,
                                                                    NUMBER)
                                                        })
                                                .build())),
                sample(
                        "number before a person's",
                        draft ->
                                draft.subject(
                                        new X500NameBuilder(BCStyle.INSTANCE)
                                                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, NUMBER)
                                                .addRDN(BCStyle.SERIALNUMBER, "9578-4050-1")
                                                .build())));
    }

    private static final String NUMBER = "NTRNO-310000001";

    private static AttributeTypeAndValue value(ASN1ObjectIdentifier type, String text) {
        return new AttributeTypeAndValue(type, new DERUTF8String(text));
    }

    private static Draft named(Draft draft, org.bouncycastle.asn1.ASN1Encodable number) {
        return draft.subject(
                new X500NameBuilder(BCStyle.INSTANCE)
                        .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, number)
                        .build());
    }

    @ParameterizedTest
    @MethodSource
    void good(Sample sample) {
        String certificate = ISSUING.base64(sample.change().apply(ISSUING.draft()));

        assertThat(organisation(ISSUING, certificate)).isEqualTo("310000001");
    }

    static Stream<Sample> bad() {
        return Stream.of(
                sample("for mail", draft -> draft.purposes(KeyPurposeId.id_kp_emailProtection)),
                sample("for stamps of time", all -> all.purposes(KeyPurposeId.id_kp_timeStamping)),
                sample("for contracts alone", draft -> draft.usage(KeyUsage.nonRepudiation)),
                sample("for agreements alone", draft -> draft.usage(KeyUsage.keyAgreement)),
                sample("for authorities", draft -> draft.usage(KeyUsage.keyCertSign)),
                sample("with a demand unknown", draft -> draft.extension(unknown(true))),
                sample("in lower case", draft -> draft.organisation("ntrno-310000001")),
                sample("without hyphen", draft -> draft.organisation("NTRNO310000001")),
                sample("with two hyphens", draft -> draft.organisation("NTRNO--310000001")),
                sample("of ten digits", draft -> draft.organisation("NTRNO-3100000010")),
                sample("in groups", draft -> draft.organisation("NTRNO-310 000 001")),
                sample("in digits of another script", d -> d.organisation("NTRNO-٣١٠٠٠٠٠٠١")),
                sample("of no country", draft -> draft.organisation("310000001")),
                sample("with a null", draft -> draft.organisation("NTRNO-310000001\u0000")),
                sample("older, in groups", draft -> draft.serialNumber("310 000 001")),
                sample("older, with its country", draft -> draft.serialNumber(NUMBER)));
    }

    @ParameterizedTest
    @MethodSource
    void bad(Sample sample) {
        assertRefused(ISSUING, ISSUING.base64(sample.change().apply(ISSUING.draft())), "");
    }

    static Stream<Sample> badAuthorities() {
        return Stream.of(
                sample("too old", a -> a.living(NOW.minusSeconds(9), NOW.minusSeconds(1))),
                sample("too young", a -> a.living(NOW.plusSeconds(1), NOW.plusSeconds(9))),
                sample("no authority", authority -> authority.authority(false)),
                sample("signing no certificates", a -> a.usage(KeyUsage.cRLSign)),
                sample("signing no lists", authority -> authority.usage(KeyUsage.keyCertSign)),
                sample("with a demand unknown", a -> a.extension(unknown(true))));
    }

    @ParameterizedTest
    @MethodSource
    void badAuthorities(Sample sample) {
        TestAuthority issuing = ROOT.authority("issuing-other", sample.change());

        assertRefused(issuing, issuing.base64(issuing.draft()), "PKIX");
    }

    @Test
    void anAuthorityBelowOneThatMayHaveNoneIsRefused() {
        TestAuthority last = ROOT.authority("issuing-last", draft -> draft.pathLength(0));
        TestAuthority below = last.authority("issuing-below");
        TrustedCertificates certificates =
                new TrustedCertificates(
                        new CertificateAuthorities(
                                List.of(ROOT.certificate()),
                                List.of(last.certificate(), below.certificate())),
                        address ->
                                Stream.of(ROOT, last, below)
                                        .filter(one -> one.crlAddress().equals(address))
                                        .findFirst()
                                        .orElseThrow()
                                        .crl(),
                        CLOCK);

        assertThat(certificates.organisation(last.base64(last.draft()))).isEqualTo("310000001");
        assertThatExceptionOfType(CertificateRefused.class)
                .isThrownBy(() -> certificates.organisation(below.base64(below.draft())))
                .withMessageContaining("PKIX");
    }

    @ParameterizedTest
    @CsvSource({
        "RSA, 2048, SHA256withRSA, true",
        "RSA, 3072, SHA512withRSA, true",
        "RSA, 1024, SHA256withRSA, false",
        "RSA, 2048, SHA1withRSA, false",
        "RSA, 2048, MD5withRSA, false",
        "EC, secp256r1, SHA256withRSA, true",
        "EC, secp384r1, SHA256withRSA, true",
        "Ed25519, Ed25519, SHA256withRSA, true"
    })
    void aKeyAndASignatureMustBeStrong(String kind, String size, String algorithm, boolean isStrong)
            throws GeneralSecurityException {
        String certificate =
                TestAuthority.base64(ISSUING.issue(ISSUING.draft(), key(kind, size), algorithm));

        if (isStrong) {
            assertThat(organisation(ISSUING, certificate)).isEqualTo("310000001");
        } else {
            assertRefused(ISSUING, certificate, "");
        }
    }

    private static PublicKey key(String kind, String size) throws GeneralSecurityException {
        if (kind.equals("RSA")) {
            return TestKeys.generate("client", Integer.parseInt(size)).publicKey();
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
        if (kind.equals("EC")) {
            generator.initialize(new ECGenParameterSpec(size));
        }
        return generator.generateKeyPair().getPublic();
    }
}
