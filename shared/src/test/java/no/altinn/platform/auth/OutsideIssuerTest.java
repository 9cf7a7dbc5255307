package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import no.altinn.platform.client.Unavailable;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.jose.SigningKeys;
import no.altinn.platform.json.Json;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class OutsideIssuerTest {
    private static final MutableClock CLOCK = MutableClock.at("2026-01-02T03:04:05Z");
    private static final OutsideTokens TOKENS =
            new OutsideTokens("https://maskinporten.no/", CLOCK);

    private static String from(String issuer) {
        return TOKENS.signed(Json.object(), claims -> claims.put("iss", issuer));
    }

    private static void refuses(OutsideIssuer issuer, String jwt) {
        assertThatExceptionOfType(InvalidToken.class).isThrownBy(() -> issuer.verify(jwt));
    }

    private static OutsideIssuer named(String issuer) {
        SigningKeys keys = kid -> List.of(TOKENS.tokens().keys().publicKey());
        return new OutsideIssuer(URI.create(issuer), keys, CLOCK);
    }

    @ParameterizedTest
    @CsvSource({
        "https://maskinporten.no/, https://maskinporten.no/",
        "https://maskinporten.no/, https://maskinporten.no",
        "https://maskinporten.no, https://maskinporten.no/",
        "https://maskinporten.no, https://maskinporten.no",
        "http://localhost:7071/idporten/, http://localhost:7071/idporten"
    })
    void aSlashAtTheEndOfTheIssuerMakesNoDifference(String configured, String sent)
            throws InvalidToken {
        assertThat(named(configured).verify(from(sent)).text("iss")).contains(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "https://maskinporten.no//",
                "https://maskinporten.no/.",
                "https://maskinporten.no/?",
                "https://maskinporten.no./",
                "https://maskinporten.no.example/",
                "https://maskinporten.no@example/",
                "https://maskinporten.n",
                "https://Maskinporten.no/",
                "HTTPS://maskinporten.no/",
                "http://maskinporten.no/",
                "https://maskinporten.no:443/",
                "https://test.maskinporten.no/",
                "https://maskinporten.no/ ",
                "maskinporten.no",
                "https://m\u0430skinporten.no/"
            })
    void aLookAlikeIsAnother(String issuer) {
        refuses(TOKENS.issuer(), from(issuer));
    }

    @Test
    void anIssuerMustBeNamedAsAText() {
        ObjectNode none = Json.object();
        refuses(TOKENS.issuer(), TOKENS.signed(none, claims -> claims.remove("iss")));
        refuses(TOKENS.issuer(), TOKENS.signed(none, claims -> claims.putNull("iss")));
        refuses(
                TOKENS.issuer(),
                TOKENS.signed(
                        none, claims -> claims.putArray("iss").add("https://maskinporten.no/")));
    }

    @Test
    void aTokenIsGoodUntilItEnds() throws InvalidToken {
        MutableClock clock = MutableClock.at(CLOCK.instant());
        OutsideTokens tokens = new OutsideTokens("https://maskinporten.no/", clock);
        String jwt = tokens.signed(Json.object(), claims -> claims.put("a", 1));
        clock.advance(Duration.ofSeconds(119));
        assertThat(tokens.issuer().verify(jwt).claim("a").intValue()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(12));
        refuses(tokens.issuer(), jwt);
    }

    @Test
    void aTokenThatAnotherSignedIsRefused() {
        OutsideTokens other = OutsideTokens.ofForger("https://maskinporten.no/", CLOCK);

        refuses(TOKENS.issuer(), other.signed(Json.object(), claims -> claims.put("a", 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.b", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoSignedTokenIsRefused(String jwt) {
        refuses(TOKENS.issuer(), jwt);
    }

    @Test
    void anIssuerThatIsAwayIsNoReasonToRefuse() {
        OutsideIssuer away =
                new OutsideIssuer(
                        URI.create("https://maskinporten.no/"),
                        kid -> {
                            throw new Unavailable("away");
                        },
                        CLOCK);

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> away.verify(from("https://maskinporten.no/")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://maskinporten.no/, true",
        "https://maskinporten.no, true",
        "https://maskinporten.no//, false",
        "https://idporten.no, false"
    })
    void claimsNameTheirIssuer(String issuer, boolean isNamed) {
        assertThat(TOKENS.issuer().isNamedBy(Map.of("iss", TextNode.valueOf(issuer))))
                .isEqualTo(isNamed);
        assertThat(TOKENS.issuer().isNamedBy(Map.of())).isFalse();
    }
}
