package no.altinn.platform.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.client.Unavailable;
import no.altinn.testing.vault.FakeKeyVault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.cert.X509Certificate;
import java.time.Instant;

final class KeyVaultPlatformCertificatesTest {
    private static final X509Certificate CERTIFICATE =
            Certificates.create(
                            Instant.parse("2026-01-01T00:00:00Z"),
                            Instant.parse("2027-01-01T00:00:00Z"))
                    .certificate();

    private final FakeKeyVault vault = new FakeKeyVault();
    private final KeyVaultPlatformCertificates certificates =
            new KeyVaultPlatformCertificates(OpenVault.of(vault));

    @AfterEach
    void stop() {
        vault.close();
    }

    private void put(String issuer, String value) {
        vault.put(issuer + "-access-token-public-cert", "v1", "", value, Instant.EPOCH);
    }

    @Test
    void anIssuersCertificateIsDerInBase64() {
        put("ttd", Certificates.base64(CERTIFICATE));

        assertThat(certificates.find("ttd")).contains(CERTIFICATE);
    }

    @Test
    void linesMayBeBroken() {
        put("ttd", Certificates.base64(CERTIFICATE).replaceAll("(.{64})", "$1\r\n") + "\n");

        assertThat(certificates.find("ttd")).contains(CERTIFICATE);
    }

    @Test
    void anUnknownIssuerHasNone() {
        assertThat(certificates.find("skd")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "no certificate"})
    void aSecretThatHoldsNoneIsAFailureAndNotAnUnknownIssuer(String value) {
        put("ttd", value);

        assertThatThrownBy(() -> certificates.find("ttd"))
                .isInstanceOf(Unavailable.class)
                .hasMessage("The secret ttd-access-token-public-cert holds no certificate");
    }

    @Test
    void aSecretThatIsDisabledIsAFailure() {
        put("ttd", Certificates.base64(CERTIFICATE));
        vault.disable("v1");

        assertThatThrownBy(() -> certificates.find("ttd")).isInstanceOf(Unavailable.class);
    }
}
