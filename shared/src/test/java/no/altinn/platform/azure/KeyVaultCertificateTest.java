package no.altinn.platform.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.jose.SigningKeyVersion;
import no.altinn.platform.json.Json;
import no.altinn.testing.vault.FakeKeyVault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

final class KeyVaultCertificateTest {
    private static final String NAME = "altinn-token-signing";
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final SigningKey FIRST =
            Certificates.create(START, START.plus(Duration.ofDays(365)));
    private static final SigningKey SECOND =
            Certificates.create(START, START.plus(Duration.ofDays(365)));

    private final FakeKeyVault vault = new FakeKeyVault();
    private final KeyVaultCertificate certificate =
            new KeyVaultCertificate(OpenVault.of(vault), NAME);

    @AfterEach
    void stop() {
        vault.close();
    }

    private void put(String version, SigningKey stored) {
        vault.put(NAME, version, Certificates.PKCS12, Certificates.pkcs12(stored), START);
    }

    private static SigningKeyVersion version(SigningKey stored) {
        return new SigningKeyVersion(stored, START, START);
    }

    @Test
    void aVersionComesWithItsKeyItsCertificateAndSinceWhenItIsThere() {
        put("v1", FIRST);

        assertThat(certificate.versions()).containsExactly(version(FIRST));
    }

    @Test
    void aVersionIsVisibleForSureSinceItWasLastChanged() {
        Instant enabled = START.plus(Duration.ofDays(3));
        put("v1", FIRST);
        vault.update("v1", enabled);

        assertThat(certificate.versions())
                .containsExactly(new SigningKeyVersion(FIRST, START, enabled));
    }

    @Test
    void aChangeBeforeTheMakingOfAVersionIsNone() {
        put("v1", FIRST);
        vault.update("v1", START.minusSeconds(1));

        assertThat(certificate.versions()).containsExactly(version(FIRST));
    }

    @Test
    void aVersionWithoutAnAgeIsAFailure() {
        put("v1", FIRST);
        certificate.versions();
        vault.fail(
                FakeKeyVault.json(
                        200,
                        Json.parse(
                                "{'value':[{'id':'@secrets/x/v1','attributes':{'enabled':true}}]}"
                                        .replace('\'', '"')
                                        .replace("@", vault.uri().toString()))));

        assertThatThrownBy(certificate::versions)
                .isInstanceOf(Unavailable.class)
                .hasMessage("Key Vault does not tell the age of " + NAME);
    }

    @Test
    void versionsOnEveryPageAreRead() {
        for (int i = 1; i <= 5; i++) {
            put("v" + i, FIRST);
        }

        assertThat(certificate.versions()).hasSize(5);
        assertThat(vault.served().stream().filter(path -> path.endsWith("/versions"))).hasSize(3);
    }

    @Test
    void pemIsReadAsWell() {
        vault.put(NAME, "v1", Certificates.PEM, Certificates.pem(FIRST), START);

        assertThat(certificate.versions()).containsExactly(version(FIRST));
    }

    @Test
    void aVersionsKeyIsReadOnce() {
        put("v1", FIRST);
        certificate.versions();
        put("v2", SECOND);
        certificate.versions();

        assertThat(vault.served())
                .containsExactly(
                        "/secrets/" + NAME + "/versions",
                        "/secrets/" + NAME + "/v1",
                        "/secrets/" + NAME + "/versions",
                        "/secrets/" + NAME + "/v2");
    }

    @Test
    void aVersionThatIsDisabledIsLeftOutAndItsKeyIsNeverAskedFor() {
        put("v1", FIRST);
        put("v2", SECOND);
        vault.disable("v1");

        assertThat(certificate.versions()).containsExactly(version(SECOND));
        assertThat(vault.served()).doesNotContain("/secrets/" + NAME + "/v1");
    }

    @Test
    void whenAllVersionsAreDisabledThereIsNone() {
        put("v1", FIRST);
        certificate.versions();
        vault.disable("v1");

        assertThat(certificate.versions()).isEmpty();
    }

    @Test
    void aVersionThatIsOfNoUseLeavesTheOthers() {
        put("v1", FIRST);
        vault.put(NAME, "v2", Certificates.PKCS12, "AAAA", START);

        assertThat(certificate.versions()).containsExactly(version(FIRST));
    }

    @Test
    void aCertificateThatIsNotThereIsAFailureAndNotAnEmptyList() {
        assertThatThrownBy(certificate::versions)
                .isInstanceOf(Unavailable.class)
                .hasMessage("Key Vault has no version of " + NAME);
    }

    @Test
    void whenAVersionCannotBeReadNoneIs() {
        put("v1", FIRST);
        certificate.versions();
        put("v2", SECOND);
        KeyVaultCertificate other = new KeyVaultCertificate(OpenVault.of(vault), NAME);
        assertThat(other.versions()).hasSize(2);

        vault.close();
        assertThatThrownBy(certificate::versions).isInstanceOf(Unavailable.class);
    }
}
