package no.altinn.platform.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwt.JWT;

import no.altinn.platform.auth.PlatformAccessTokenValidator;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.jose.SigningKey;
import no.altinn.testing.time.MutableClock;
import no.altinn.testing.vault.FakeKeyVault;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

final class KeyVaultAccessTokensTest {
    private static final String NAME = "platform-access-token";
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final SigningKey FIRST = Certificates.create(START, START.plus(YEAR));
    private static final SigningKey SECOND = Certificates.create(START, START.plus(YEAR));

    private final MutableClock clock = MutableClock.at(START);
    private final FakeKeyVault vault = new FakeKeyVault();
    private final KeyVaultAccessTokens tokens =
            new KeyVaultAccessTokens(
                    "events", new KeyVaultCertificate(OpenVault.of(vault), NAME), clock);

    @AfterEach
    void stop() {
        vault.close();
    }

    private void put(String version, SigningKey certificate, Instant created) {
        vault.put(NAME, version, Certificates.PKCS12, Certificates.pkcs12(certificate), created);
    }

    private String kid() {
        return JWT.decode(tokens.get()).getKeyId();
    }

    @Test
    void aTokenIsVerifiedWithTheCertificate() {
        put("v1", FIRST, START);
        PlatformAccessTokenValidator validator =
                new PlatformAccessTokenValidator(issuer -> Optional.of(FIRST.certificate()), clock);

        assertThatCode(() -> validator.validate(tokens.get())).doesNotThrowAnyException();
    }

    @Test
    void theNewestVersionOfTwoHoursSigns() {
        put("v1", SECOND, START.minus(Duration.ofHours(2)));
        put("v2", FIRST, START.minus(YEAR));

        assertThat(kid()).isEqualTo(SECOND.kid());
    }

    @Test
    void aNewVersionSignsWhenEveryReceiverCanHaveItsCertificate() {
        put("v1", FIRST, START.minus(YEAR));
        assertThat(kid()).isEqualTo(FIRST.kid());
        put("v2", SECOND, START);

        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(30));
            assertThat(kid()).isEqualTo(FIRST.kid());
        }
        clock.advance(Duration.ofMinutes(30));
        assertThat(kid()).isEqualTo(SECOND.kid());
    }

    @Test
    void theVeryFirstVersionSignsAtOnceAndNoneThatFollowsItSoon() {
        put("v1", FIRST, START);
        put("v2", SECOND, START.plusSeconds(1));

        clock.advance(Duration.ofSeconds(2));
        assertThat(kid()).isEqualTo(FIRST.kid());
    }

    @Test
    void aNewVersionSignsAtOnceWhenTheOthersHaveEnded() {
        put("v1", Certificates.create(START.minus(YEAR), START.minusSeconds(1)), START.minus(YEAR));
        put("v2", SECOND, START);

        assertThat(kid()).isEqualTo(SECOND.kid());
    }

    @Test
    void whileTheVaultIsAwayTheLastVersionSigns() {
        put("v1", FIRST, START);
        tokens.get();
        vault.close();
        clock.advance(Duration.ofHours(3));

        assertThat(kid()).isEqualTo(FIRST.kid());
    }

    @Test
    void withoutAVersionInForceThereIsNoToken() {
        put("v1", Certificates.create(START.minus(YEAR), START.minusSeconds(1)), START);

        assertThatThrownBy(tokens::get).isInstanceOf(Unavailable.class);
    }
}
