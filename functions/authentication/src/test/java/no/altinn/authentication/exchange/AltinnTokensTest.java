package no.altinn.authentication.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.auth.AltinnTokenValidator;
import no.altinn.platform.auth.TokenIssuers;
import no.altinn.platform.jose.FixedKeys;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.RingSigningKeys;
import no.altinn.platform.json.Json;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

class AltinnTokensTest {
    private static final String ISSUER = "https://platform.no/openid/";
    private static final int LONGEST = 16 * 1024;
    private static final FixedKeys KEYS = FixedKeys.ring();

    private final MutableClock clock = MutableClock.at("2026-01-02T03:04:05Z");
    private final AltinnTokens tokens =
            new AltinnTokens(URI.create(ISSUER), KEYS, UUID::randomUUID, clock);
    private final AltinnTokenValidator validator =
            new AltinnTokenValidator(
                    new RingSigningKeys(KEYS), new TokenIssuers(Set.of(ISSUER), false), clock);

    @Test
    void aTokenIsSignedWithTheCurrentKeyAndGoodForHalfAnHour() throws InvalidToken {
        String jwt = tokens.issue(Json.object().put("urn:altinn:org", "ttd"));

        clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(validator.validate(jwt).org()).contains("ttd");
        assertThat(KEYS.claims(jwt, clock).path("exp").longValue())
                .isEqualTo(clock.instant().getEpochSecond() + 1);
    }

    @Test
    void theClaimsThatWereGivenAreLeftAsTheyAre() throws InvalidToken {
        ObjectNode claims = Json.object().put("iss", "other").put("a", 1);

        String jwt = tokens.issueUntil(LongNode.valueOf(clock.millis() / 1000 + 60), claims);

        assertThat(claims).isEqualTo(Json.object().put("iss", "other").put("a", 1));
        assertThat(KEYS.claims(jwt, clock).path("iss").asText()).isEqualTo(ISSUER);
    }

    @Test
    void aRenewedTokenSaysTheSameForAnotherHalfHour() throws InvalidToken {
        ObjectNode claims =
                Json.object()
                        .put("actual_iss", "https://maskinporten.no/")
                        .put("scope", "a b")
                        .put("urn:altinn:userid", "7")
                        .put("level", 1.5);
        claims.putObject("consumer").put("ID", "0192:991825827");
        AltinnToken first = validator.validate(tokens.issue(claims));
        clock.advance(Duration.ofMinutes(20));

        ObjectNode renewed = KEYS.claims(new RefreshToken(tokens).refresh(first), clock);

        long now = clock.instant().getEpochSecond();
        ObjectNode before = KEYS.claims(first.value(), clock);
        assertThat(renewed.path("jti")).isNotEqualTo(before.path("jti"));
        assertThat(renewed.path("iat").longValue()).isEqualTo(now);
        assertThat(renewed.path("nbf").longValue()).isEqualTo(now);
        assertThat(renewed.path("exp").longValue()).isEqualTo(now + 1800);
        assertThat(renewed.remove(Set.of("jti", "iat", "nbf", "exp")))
                .isEqualTo(before.remove(Set.of("jti", "iat", "nbf", "exp")));
    }

    @Test
    void theLongestThatIsIssuedIsAccepted() throws InvalidToken {
        String longest = "";
        try {
            for (int length = 11_500; length < 12_500; length++) {
                longest = tokens.issue(Json.object().put("scope", "s".repeat(length)));
            }
        } catch (InvalidToken e) {
            assertThat(e).hasMessageContaining("too long");
        }

        assertThat(longest.length()).isBetween(LONGEST - 2, LONGEST);
        assertThat(validator.validate(longest).scopes()).hasSize(1);
    }

    @Test
    void aTokenThatIsTooLongWhenRenewedIsRefused() throws InvalidToken {
        ObjectNode claims =
                Json.object()
                        .put("exp", clock.instant().getEpochSecond() + 60)
                        .put("iss", ISSUER)
                        .put("scope", "s".repeat(11_850));
        AltinnToken token = validator.validate(KEYS.current().sign(claims));

        assertThat(token.value().length()).isBetween(LONGEST - 100, LONGEST);
        assertThatExceptionOfType(TokenRefused.class)
                .isThrownBy(() -> new RefreshToken(tokens).refresh(token))
                .withMessageContaining("too long");
    }
}
