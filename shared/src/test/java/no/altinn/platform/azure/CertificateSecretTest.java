package no.altinn.platform.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.jose.SigningKeyVersion;
import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestKeys;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Base64;
import java.util.List;

final class CertificateSecretTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2027-01-01T00:00:00Z");

    private final SigningKey issuer = Certificates.create(FROM, UNTIL);
    private final SigningKey certificate = withIssuer(Certificates.create(FROM, UNTIL), issuer);

    private static SigningKey withIssuer(SigningKey leaf, SigningKey issuer) {
        return new SigningKey(
                leaf.privateKey(),
                new PublishedKey(List.of(leaf.certificate(), issuer.certificate())));
    }

    @Test
    void pkcs12GivesTheKeyAndItsCertificate() {
        SigningKey alone = Certificates.create(FROM, UNTIL);

        assertThat(CertificateSecret.read(Certificates.PKCS12, Certificates.pkcs12(alone)))
                .isEqualTo(alone);
    }

    @Test
    void pemGivesTheKeyAndTheChainInItsOrder() {
        assertThat(CertificateSecret.read(Certificates.PEM, Certificates.pem(certificate)))
                .isEqualTo(certificate);
    }

    @Test
    void aCertificateOfAnotherKeyIsRefused() {
        String mixed =
                Certificates.pem(certificate)
                        .replaceFirst(
                                "(?s)-----BEGIN PRIVATE KEY-----.*-----END PRIVATE KEY-----",
                                keyBlock(issuer));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateSecret.read(Certificates.PEM, mixed))
                .withMessageContaining("not the one of the RSA key");
    }

    private static String keyBlock(SigningKey certificate) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getEncoder().encodeToString(certificate.privateKey().getEncoded())
                + "\n-----END PRIVATE KEY-----";
    }

    @Test
    void aKeyThatIsTooShortIsRefused() {
        TestKeys keys = TestKeys.generate("short", 1024);

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new SigningKey(
                                        keys.privateKey(),
                                        PublishedKey.of(
                                                TestCertificates.selfSigned(keys, FROM, UNTIL))))
                .withMessageContaining("2048");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MIIB", "not base64 at all: \u00e6", "AAAA"})
    void whatIsNoPkcs12IsRefusedWithoutBeingQuoted(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateSecret.read(Certificates.PKCS12, value))
                .withMessage("It is damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"
            })
    void whatIsNoPemWithAnRsaKeyIsRefusedWithoutBeingQuoted(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateSecret.read(Certificates.PEM, value))
                .withMessageNotContaining("AAAA");
    }

    @Test
    void aKeyWithoutItsCertificateIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateSecret.read(Certificates.PEM, keyBlock(certificate)));
    }

    @Test
    void anotherTypeOfSecretIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CertificateSecret.read("text/plain", "s3cret"))
                .withMessage("It is of another type");
    }

    @Test
    void aCertificateNeverShowsItsKey() {
        assertThat(certificate).hasToString("SigningKey[" + certificate.kid() + "]");
    }

    @Test
    void aCertificateIsInForceFromItsFirstMomentToItsLast() {
        SigningKeyVersion version = new SigningKeyVersion(certificate, FROM, FROM);

        assertThat(version.isInForceAt(FROM.minusMillis(1))).isFalse();
        assertThat(version.isInForceAt(FROM)).isTrue();
        assertThat(version.isInForceAt(UNTIL)).isTrue();
        assertThat(version.isInForceAt(UNTIL.plusMillis(1))).isFalse();
    }
}
