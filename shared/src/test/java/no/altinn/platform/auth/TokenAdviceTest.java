package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.testing.jose.TestTokens;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class TokenAdviceTest {
    private static final String EXCHANGE =
            "https://platform.example/authentication/api/v1/exchange/";

    private final MutableClock clock = MutableClock.at("2026-01-02T03:04:05Z");
    private final TestTokens tokens = new TestTokens(clock);
    private final TokenAdvice advice =
            new TokenAdvice(URI.create("https://platform.example/events/"), clock);

    private String from(String issuer) {
        return tokens.bearer(claims -> claims.put("iss", issuer));
    }

    @ParameterizedTest
    @CsvSource({
        "https://maskinporten.no/, Maskinporten, maskinporten",
        "https://test.maskinporten.no/, Maskinporten, maskinporten",
        "https://test.sky.maskinporten.no, Maskinporten, maskinporten",
        "http://localhost:7071/maskinporten/, Maskinporten, maskinporten",
        "https://idporten.no, ID-porten, id-porten",
        "https://test.idporten.no, ID-porten, id-porten",
        "http://localhost:7071/idporten/, ID-porten, id-porten"
    })
    void aTokenOfAnotherProviderIsToBeExchangedFirst(String issuer, String name, String path) {
        assertThat(advice.onBearer(from(issuer)))
                .contains("token of " + name, "Exchange it first at " + EXCHANGE + path + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://maskinporten.no.evil.example/",
                "https://notmaskinporten.no/",
                "https://evil.example/x/maskinporten/",
                "urn:maskinporten",
                ""
            })
    void anotherIssuerIsOnlyNotAccepted(String issuer) {
        assertThat(advice.onBearer(from(issuer))).endsWith("It is not accepted here.");
    }

    @Test
    void whereTokensNeedNoExchangeNoneIsSentElsewhere() {
        String start = "The bearer token is not valid. ";

        assertThat(TokenAdvice.onAnyBearer(from("https://maskinporten.no/"), clock.instant()))
                .isEqualTo(start + "It is not accepted here.");
        assertThat(TokenAdvice.onAnyBearer("x", clock.instant()))
                .isEqualTo(start + "The token is no signed JWT in compact form.");
        assertThat(
                        TokenAdvice.onAnyBearer(
                                tokens.platformAccessToken("ttd", "app"), clock.instant()))
                .contains("belongs in the header PlatformAccessToken");
    }

    @Test
    void theLogHasTheReasonAndWhereTheTokenIsExchanged() {
        InvalidToken why = new InvalidToken("The token's key is unknown");

        assertThat(advice.reasonOnExchange(from("https://maskinporten.no/"), "id-porten", why))
                .isEqualTo(
                        "The token's key is unknown. It is a token of Maskinporten, which is"
                                + " exchanged at "
                                + EXCHANGE
                                + "maskinporten.");
        assertThat(advice.reasonOnExchange("x", "id-porten", why))
                .isEqualTo("The token's key is unknown");
    }

    @Test
    void anIssuerOfAnyLengthIsRead() {
        assertThat(advice.onBearer(from("https://" + "a.".repeat(5_000) + "no")))
                .endsWith("It is not accepted here.");
    }

    @Test
    void aPlatformAccessTokenIsToldItsPlace() {
        assertThat(advice.onBearer(tokens.platformAccessToken("ttd", "app")))
                .contains("belongs in the header PlatformAccessToken");
    }

    @Test
    void whatItsSenderCanReadFromATokenIsTold() {
        String ended =
                tokens.bearer(claims -> claims.put("exp", clock.instant().getEpochSecond() - 60));

        assertThat(advice.onBearer(ended)).contains("has expired");
        assertThat(advice.onPlatformAccess(ended)).contains("has expired");
        assertThat(advice.onBearer("e30.e30.c")).contains("accepted algorithm");
        assertThat(advice.onBearer("")).contains("no signed JWT");
        assertThat(advice.onPlatformAccess("x,y")).contains("no signed JWT");
    }

    @Test
    void whoseKeysAreKnownIsNotTold() {
        assertThat(advice.onPlatformAccess(tokens.platformAccessToken("unknown", "app")))
                .isEqualTo(
                        advice.onPlatformAccess(
                                TestTokens.ofForger(clock).platformAccessToken("platform", "x")));
    }

    @Test
    void aTokenForAnotherExchangeIsToldWhere() {
        String ofPerson = from("https://test.idporten.no");

        assertThat(advice.onExchange(ofPerson, "maskinporten")).contains(EXCHANGE + "id-porten");
        assertThat(advice.onExchange(ofPerson, "ID-porten")).endsWith("It is not accepted here.");
    }

    @Test
    void anAltinnTokenNeedsNoExchange() {
        assertThat(
                        advice.onExchange(
                                from("https://platform.example/authentication/api/v1/openid/"),
                                "maskinporten"))
                .contains("of Altinn already");
    }
}
