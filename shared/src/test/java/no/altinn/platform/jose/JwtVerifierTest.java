package no.altinn.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;
import no.altinn.testing.jose.TestKeys;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

final class JwtVerifierTest {
    private static final long NOW = 1_800_000_000L;

    private final MutableClock clock = MutableClock.at(Instant.ofEpochSecond(NOW));
    private final TestTokens tokens = new TestTokens(clock);
    private final KeySet.Key key = new KeySet.Key(tokens.keys().kid(), tokens.keys().publicKey());
    private final JwtVerifier verifier = new JwtVerifier(new KeySet(List.of(key)), clock);

    private static String payload(String exp) {
        return "{\"exp\":" + exp + "}";
    }

    private void assertRefused(String jwt, String reason) {
        assertThatThrownBy(() -> verifier.verify(jwt))
                .isInstanceOf(InvalidToken.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aTokenOfAKnownKeyIsGood() throws InvalidToken {
        assertThat(verifier.verify(tokens.sign(payload("" + (NOW + 1))))).containsOnlyKeys("exp");
    }

    @Test
    void anotherKeyOfTheSameNameIsRefused() {
        TestTokens forger = new TestTokens(clock, TestKeys.generate(tokens.keys().kid()));

        assertRefused(forger.sign(payload("" + (NOW + 1))), "signature");
    }

    @Test
    void aChangedPayloadIsRefused() {
        String good = tokens.sign(payload("" + (NOW + 1)));
        String other = tokens.sign(payload("" + (NOW + 2)));
        String forged =
                good.substring(0, good.indexOf('.'))
                        + other.substring(other.indexOf('.'), other.lastIndexOf('.'))
                        + good.substring(good.lastIndexOf('.'));

        assertRefused(forged, "signature");
    }

    @Test
    void anUnknownKidIsRefused() {
        String jwt =
                tokens.sign(
                        tokens.header().put("kid", "OTHER").toString(), payload("" + (NOW + 1)));

        assertRefused(jwt, "unknown");
    }

    @Test
    void aMissingKidTriesEveryKey() throws InvalidToken {
        KeySet.Key other = new KeySet.Key("OTHER", TestKeys.of("OTHER").publicKey());
        JwtVerifier two = new JwtVerifier(new KeySet(List.of(other, key)), clock);
        ObjectNode header = Json.object().put("alg", "RS256");

        assertThat(two.verify(tokens.sign(header.toString(), payload("" + (NOW + 1)))))
                .isNotEmpty();
    }

    @Test
    void theClocksMayDifferByTenSecondsAtTheEnd() throws InvalidToken {
        assertThat(verifier.verify(tokens.sign(payload("" + (NOW - 9))))).isNotEmpty();
        assertRefused(tokens.sign(payload("" + (NOW - 10))), "expired");
    }

    @Test
    void theClocksMayDifferByTenSecondsAtTheBeginning() throws InvalidToken {
        String soon = "{\"exp\":%d,\"nbf\":%d}".formatted(NOW + 60, NOW + 10);
        String later = "{\"exp\":%d,\"nbf\":%d}".formatted(NOW + 60, NOW + 11);

        assertThat(verifier.verify(tokens.sign(soon))).isNotEmpty();
        assertRefused(tokens.sign(later), "not valid yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1799999990.001", "1799999991", "1799999991.5", "17999999910e-1"})
    void anEndCanHaveAFraction(String exp) throws InvalidToken {
        assertThat(verifier.verify(tokens.sign(payload(exp)))).containsOnlyKeys("exp");
    }

    @Test
    void aPartOfASecondCounts() throws InvalidToken {
        String jwt = tokens.sign(payload(NOW + ".5"));
        clock.advance(Duration.ofMillis(10_499));
        assertThat(verifier.verify(jwt)).isNotEmpty();

        clock.advance(Duration.ofMillis(1));
        assertRefused(jwt, "expired");
    }

    @Test
    void aTokenThatHasEndedNeverAsksForItsKey() {
        AtomicInteger asked = new AtomicInteger();
        JwtVerifier counting =
                new JwtVerifier(
                        kid -> {
                            asked.incrementAndGet();
                            return List.of(tokens.keys().publicKey());
                        },
                        clock);

        assertThatThrownBy(() -> counting.verify(tokens.sign(payload("" + (NOW - 10)))))
                .isInstanceOf(InvalidToken.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void anIssueDateInTheFutureIsNoConcern() throws InvalidToken {
        String payload = "{\"exp\":%d,\"iat\":%d}".formatted(NOW + 60, NOW + 60);

        assertThat(verifier.verify(tokens.sign(payload))).isNotEmpty();
    }

    @Test
    void aTokenWithoutEndIsRefused() {
        assertRefused(tokens.sign("{\"iss\":\"x\"}"), "exp");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1800000600\"",
                "null",
                "[]",
                "true",
                "1e300",
                "999999999999999",
                "-1",
                "-9223372036854775808"
            })
    void anEndThatIsNoDateIsRefused(String exp) {
        assertRefused(tokens.sign(payload(exp)), "exp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "null", "-1e300"})
    void aBeginningThatIsNoDateIsRefused(String nbf) {
        String payload = "{\"exp\":%d,\"nbf\":%s}".formatted(NOW + 60, nbf);

        assertRefused(tokens.sign(payload), "nbf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "null", "9223372036854775807", "-9223372036854775808"})
    void anIssueDateThatIsNoDateIsRefused(String iat) {
        String payload = "{\"exp\":%d,\"iat\":%s}".formatted(NOW + 60, iat);

        assertRefused(tokens.sign(payload), "iat");
    }

    @Test
    void keysInTheHeaderAreIgnored() throws InvalidToken {
        ObjectNode header = tokens.header().put("x5c", "MIIC").put("jku", "https://evil.example");
        header.putObject("jwk").put("kty", "RSA");

        assertThat(verifier.verify(tokens.sign(header.toString(), payload("" + (NOW + 1)))))
                .isNotEmpty();
    }

    @Test
    void withoutAnyKeyNothingIsSaidOfTheToken() {
        SigningKeys away =
                kid -> {
                    throw new Unavailable("away");
                };

        assertThatThrownBy(
                        () ->
                                new JwtVerifier(away, clock)
                                        .verify(tokens.sign(payload("" + (NOW + 1)))))
                .isInstanceOf(Unavailable.class);
    }
}
