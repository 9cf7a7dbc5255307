package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.SigningKeys;
import no.altinn.platform.json.Json;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

final class AltinnTokenValidatorTest {
    private final MutableClock clock = MutableClock.at(Instant.ofEpochSecond(1_800_000_000L));
    private final TestTokens tokens = new TestTokens(clock);
    private final AtomicInteger asked = new AtomicInteger();

    private AltinnTokenValidator validator(boolean acceptMissing) {
        SigningKeys keys =
                kid -> {
                    asked.incrementAndGet();
                    return List.of(tokens.keys().publicKey());
                };
        return new AltinnTokenValidator(
                keys, new TokenIssuers(Set.of(TestTokens.ISSUER), acceptMissing), clock);
    }

    @Test
    void aGoodTokenSaysWhoHoldsIt() throws InvalidToken {
        String jwt = tokens.bearer(claims -> claims.put("urn:altinn:org", "ttd"));

        AltinnToken token = validator(false).validate(jwt);

        assertThat(token.value()).isEqualTo(jwt);
        assertThat(token.org()).contains("ttd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://platform.example/authentication/api/v1/openid",
                "HTTPS://platform.example/authentication/api/v1/openid/",
                "https://evil.example/",
                ""
            })
    void anIssuerIsComparedExactly(String issuer) {
        String jwt = tokens.bearer(claims -> claims.put("iss", issuer));

        assertThatThrownBy(() -> validator(true).validate(jwt))
                .isInstanceOf(InvalidToken.class)
                .hasMessageContaining("issuer");
    }

    @Test
    void aMissingIssuerIsAcceptedOnlyWhenTheSettingSaysSo() throws InvalidToken {
        String jwt = tokens.bearer(claims -> claims.remove("iss"));

        assertThat(validator(true).validate(jwt).value()).isEqualTo(jwt);
        assertThatThrownBy(() -> validator(false).validate(jwt)).isInstanceOf(InvalidToken.class);
    }

    @Test
    void anIssuerThatIsNoTextIsNotMissing() {
        String jwt = tokens.bearer(claims -> claims.putNull("iss"));

        assertThatThrownBy(() -> validator(true).validate(jwt)).isInstanceOf(InvalidToken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'urn:altinn:systemuser'}",
                "{'type':'urn:altinn:systemuser','systemuser_id':[]}",
                "{'type':'urn:altinn:systemuser','systemuser_id':['1-1-1-1-1']}",
                "{'type':'urn:altinn:systemuser','systemuser_id':'@'}",
                "{'type':'urn:altinn:systemuser','systemuser_id':['@','@']}",
                "[{'type':'urn:altinn:systemuser','systemuser_id':['x']}]",
                "[{'type':'urn:altinn:systemuser','systemuser_id':['@']},{}]",
                "[{'type':'urn:altinn:other'},{'type':'urn:altinn:systemuser'}]"
            })
    void aSystemUserThatCannotBeReadIsNotTakenForItsOrganisation(String details) {
        JsonNode read = details(details);
        JsonNode text = TextNode.valueOf(read.toString());

        for (JsonNode claim : List.of(read, text)) {
            String jwt =
                    tokens.bearer(
                            claims ->
                                    claims.put("urn:altinn:orgNumber", "991825827")
                                            .set("authorization_details", claim));
            assertThatThrownBy(() -> validator(false).validate(jwt))
                    .isInstanceOf(InvalidToken.class)
                    .hasMessageContaining("system user");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "'x'",
                "null",
                "{'type':['urn:altinn:systemuser']}",
                "{'type':'urn:altinn:other','systemuser_id':['@']}",
                "[{'type':'urn:altinn:other'},{'type':'urn:altinn:other'}]"
            })
    void otherAuthorizationDetailsCountAsNone(String details) throws InvalidToken {
        String jwt =
                tokens.bearer(
                        claims ->
                                claims.put("urn:altinn:orgNumber", "991825827")
                                        .set("authorization_details", details(details)));

        assertThat(validator(false).validate(jwt).identity()).contains("/organisation/991825827");
    }

    /** JSON with apostrophes for quotes, and a system user's id for each @. */
    private static JsonNode details(String json) {
        return Json.parse(
                json.replace('\'', '"').replace("@", "5d9c1f0e-6d36-4a6e-9d3c-2f5f0a1b2c3d"));
    }

    @Test
    void aPlatformAccessTokenIsNoBearer() {
        String jwt = tokens.bearer(claims -> claims.put("urn:altinn:app", "app"));

        assertThatThrownBy(() -> validator(false).validate(jwt))
                .isInstanceOf(InvalidToken.class)
                .hasMessageContaining("platform access token");
    }

    @Test
    void aTokenThatWasSeenIsNotVerifiedAgain() throws InvalidToken {
        AltinnTokenValidator validator = validator(false);
        String jwt = tokens.bearer(claims -> {});

        AltinnToken first = validator.validate(jwt);
        AltinnToken second = validator.validate(jwt);

        assertThat(second).isSameAs(first);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aTokenThatWasSeenIsVerifiedAgainAfterFiveMinutes() throws InvalidToken {
        AltinnTokenValidator validator = validator(false);
        String jwt = tokens.bearer(claims -> {});
        AltinnToken first = validator.validate(jwt);
        clock.advance(Duration.ofMinutes(5));

        AltinnToken second = validator.validate(jwt);

        assertThat(second).isNotSameAs(first);
        assertThat(asked).hasValue(2);
    }

    @Test
    void aTokenThatWasSeenStillExpires() throws InvalidToken {
        AltinnTokenValidator validator = validator(false);
        long end = clock.instant().getEpochSecond() + 60;
        String jwt = tokens.bearer(claims -> claims.put("exp", end));
        AltinnToken token = validator.validate(jwt);
        assertThat(token.value()).isEqualTo(jwt);
        clock.advance(Duration.ofSeconds(71));

        assertThatThrownBy(() -> validator.validate(jwt))
                .isInstanceOf(InvalidToken.class)
                .hasMessageContaining("expired");
    }

    @Test
    void aBadTokenStaysBad() {
        AltinnTokenValidator validator = validator(false);
        String jwt = TestTokens.ofForger(clock).bearer(claims -> {});

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> validator.validate(jwt)).isInstanceOf(InvalidToken.class);
        }
        assertThat(asked).hasValue(2);
    }

    /** 300 tokens that are read into more than 400 KiB each, where 64 MiB hold less than 170. */
    @Test
    void whatIsRememberedIsBoundedByWhatItTakesInMemory() throws InvalidToken {
        AltinnTokenValidator validator = validator(false);
        List<String> heavy =
                IntStream.range(0, 300)
                        .mapToObj(i -> tokens.bearer(claims -> claims.put("n", i).set("x", many())))
                        .toList();
        for (String jwt : heavy) {
            assertThat(validator.validate(jwt).value()).isEqualTo(jwt);
        }
        asked.set(0);

        for (String jwt : heavy) {
            assertThat(validator.validate(jwt).value()).isEqualTo(jwt);
        }

        assertThat(asked).hasValueBetween(130, 300);
    }

    @Test
    void aTokenTakesNoMemoryAfterFiveMinutes() throws InvalidToken {
        AltinnTokenValidator validator = validator(false);
        for (int i = 0; i < 10; i++) {
            int number = i;
            validator.validate(tokens.bearer(claims -> claims.put("n", number)));
        }
        assertThat(validator.remembered()).isEqualTo(10);

        clock.advance(Duration.ofMinutes(5));

        assertThat(validator.remembered()).isZero();
    }

    private static ArrayNode many() {
        ArrayNode objects = Json.object().arrayNode();
        IntStream.range(0, 3000).forEach(i -> objects.addObject());
        return objects;
    }
}
