package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.testing.jose.TestCertificates;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

final class PlatformAccessTokenSourceTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000L);

    private final MutableClock clock = MutableClock.at(NOW);
    private final TestKeys keys = TestKeys.of("K1");
    private final PlatformAccessTokenSource source =
            new PlatformAccessTokenSource("events", keys.privateKey(), "K1", clock);

    @Test
    void itsTokensAreGoodForWhoeverHoldsTheCertificate() throws InvalidToken {
        PlatformAccessTokenValidator validator =
                new PlatformAccessTokenValidator(
                        issuer ->
                                Optional.of(
                                        TestCertificates.selfSigned(
                                                keys, NOW, NOW.plusSeconds(60))),
                        clock);

        assertThat(validator.validate(source.token()))
                .isEqualTo(new PlatformAccessToken("platform", "events"));
    }

    @Test
    void aTokenHoldsForFiveMinutesFromFiveSecondsAgo() {
        DecodedJWT token = JWT.decode(source.token());

        assertThat(token.getKeyId()).isEqualTo("K1");
        assertThat(token.getAlgorithm()).isEqualTo("RS256");
        assertThat(token.getNotBeforeAsInstant()).isEqualTo(NOW.minusSeconds(5));
        assertThat(token.getExpiresAtAsInstant()).isEqualTo(NOW.plusSeconds(300));
    }

    @Test
    void aTokenIsUsedAgainUntilFiveSecondsBeforeItsEnd() {
        String first = source.token();
        clock.advance(Duration.ofSeconds(294));
        assertThat(source.token()).isEqualTo(first);

        clock.advance(Duration.ofSeconds(1));
        assertThat(source.token()).isNotEqualTo(first);
    }
}
