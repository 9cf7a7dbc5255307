package no.altinn.authentication.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwt.JWT;

import no.altinn.platform.azure.Certificates;
import no.altinn.platform.azure.OpenVault;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.jose.PublishedKey;
import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.start.WarmUp;
import no.altinn.testing.log.CapturedLog;
import no.altinn.testing.time.MutableClock;
import no.altinn.testing.vault.FakeKeyVault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class KeyVaultKeysTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final SigningKey FIRST = certificate();
    private static final SigningKey SECOND = certificate();

    private final MutableClock clock = MutableClock.at(START);
    private final FakeKeyVault vault = new FakeKeyVault();
    private final KeyVaultKeys keys =
            new KeyVaultKeys(
                    OpenVault.of(vault),
                    new VaultSettings(vault.uri(), "signing", "access", ""),
                    clock);

    private static SigningKey certificate() {
        return Certificates.create(START, START.plus(Duration.ofDays(365)));
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    private void put(String name, String version, SigningKey certificate) {
        vault.put(
                name,
                version,
                Certificates.PKCS12,
                Certificates.pkcs12(certificate),
                clock.instant());
    }

    @Test
    void aRenewedCertificateIsPublishedSoonAndSignsTwoDaysLater() {
        put("signing", "v1", FIRST);
        assertThat(keys.ring().current().kid()).isEqualTo(FIRST.kid());
        clock.advance(Duration.ofDays(300));
        put("signing", "v2", SECOND);

        clock.advance(Duration.ofMinutes(30));
        assertThat(keys.ring().published())
                .extracting(PublishedKey::kid)
                .containsExactly(FIRST.kid(), SECOND.kid());
        clock.advance(Duration.ofDays(2));
        assertThat(keys.ring().current().kid()).isEqualTo(SECOND.kid());
    }

    @Test
    void aVersionThatIsEnabledLaterSignsTwoDaysAfterThat() {
        put("signing", "v1", FIRST);
        clock.advance(Duration.ofDays(300));
        put("signing", "v2", SECOND);
        clock.advance(Duration.ofDays(3));
        vault.update("v2", clock.instant());

        assertThat(keys.ring().current().kid()).isEqualTo(FIRST.kid());
        clock.advance(Duration.ofDays(2).plusMinutes(30));
        assertThat(keys.ring().current().kid()).isEqualTo(SECOND.kid());
    }

    @Test
    void afterTheWarmUpNoCallerWaitsForTheVault() {
        put("signing", "v1", FIRST);
        put("access", "v1", SECOND);
        keys.warmUp(new WarmUp(Runnable::run));
        int asked = vault.served().size();

        assertThat(keys.ring().current().kid()).isEqualTo(FIRST.kid());
        assertThat(keys.platformAccessTokens().get()).isNotEmpty();

        assertThat(asked).isPositive();
        assertThat(vault.served()).hasSize(asked);
    }

    @Test
    void aWarmUpThatFailsIsToldOnceAndLeavesTheKeysToTheFirstCaller() {
        try (CapturedLog log = CapturedLog.of(WarmUp.class)) {
            keys.warmUp(new WarmUp(Runnable::run));

            assertThat(log.lines())
                    .hasSize(2)
                    .anyMatch(line -> line.contains("Reading the keys that sign tokens failed"));
        }
        put("signing", "v1", FIRST);
        clock.advance(Duration.ofSeconds(5));

        assertThat(keys.ring().current().kid()).isEqualTo(FIRST.kid());
    }

    @Test
    void platformAccessTokensAreSignedWithTheirOwnCertificate() {
        put("signing", "v1", FIRST);
        put("access", "v1", SECOND);

        assertThat(JWT.decode(keys.platformAccessTokens().get()).getKeyId())
                .isEqualTo(SECOND.kid());
        assertThat(
                        JWT.decode(keys.platformAccessTokens().get())
                                .getClaim("urn:altinn:app")
                                .asString())
                .isEqualTo("authentication");
    }

    @Test
    void whileTheVaultWasNeverReachedNothingIsSignedOrPublished() {
        vault.close();

        assertThatThrownBy(() -> keys.ring().current()).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> keys.ring().published()).isInstanceOf(Unavailable.class);
    }
}
