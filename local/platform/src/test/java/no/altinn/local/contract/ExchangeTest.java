package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.jose.SigningKey;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;

/** From a token of another issuer to an answered call. */
@ExtendWith(RunningPlatform.class)
final class ExchangeTest {
    private static final String EXCHANGE = "authentication/api/v1/exchange/";
    private static final String REFRESH = "authentication/api/v1/refresh";
    private static final String EVENTS = "altinn:events.publish altinn:events.subscribe";

    private final Platform platform;

    ExchangeTest(Platform platform) {
        this.platform = platform;
    }

    private static ObjectNode living(String issuer, String scope) {
        Instant now = Instant.now();
        return Json.object()
                .put("iss", issuer)
                .put("scope", scope)
                .put("client_id", "client")
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(Duration.ofMinutes(2)).getEpochSecond());
    }

    private String ofOrganisation(String number, String scope) {
        ObjectNode claims = living(platform.base() + "maskinporten/", scope);
        claims.putObject("consumer")
                .put("authority", "iso6523-actorid-upis")
                .put("ID", "0192:" + number);
        return platform.keys().maskinporten().sign(claims);
    }

    private String ofPerson(String pid, String scope) {
        ObjectNode claims =
                living(platform.base() + "idporten", scope)
                        .put("pid", pid)
                        .put("acr", "idporten-loa-high");
        return platform.keys().idPorten().sign(claims);
    }

    private String exchanged(String provider, String jwt) {
        Reply reply = platform.call("GET", EXCHANGE + provider).bearer(jwt).send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("text/plain; charset=utf-8");
        return reply.body();
    }

    @Test
    void aServiceOwnerFromMaskinportenPublishesAsItself() {
        String outside = ofOrganisation("991825827", EVENTS + " altinn:serviceowner/x");

        String ttd = exchanged("maskinporten?test=true", outside);
        String digdir = exchanged("maskinporten", outside);

        String event = EventText.on(Platform.resource()).json();
        assertThat(platform.publishing(event).bearer(ttd).send().status()).isEqualTo(200);
        assertThat(platform.publishing(event).bearer(digdir).send().status()).isEqualTo(403);
        assertThat(platform.publishing(event).bearer(outside).send().status()).isEqualTo(401);
    }

    @Test
    void aPersonFromIdPortenIsKnownAsAUser() {
        DecodedJWT token =
                JWT.decode(
                        exchanged("id-porten", ofPerson("01909012345", "openid altinn:profile")));

        assertThat(token.getClaim("urn:altinn:userid").asString()).isEqualTo("20000001");
        assertThat(token.getClaim("urn:altinn:partyid").asInt()).isEqualTo(50000001);
        assertThat(token.getClaim("urn:altinn:authlevel").asInt()).isEqualTo(4);
        assertThat(platform.api("GET", "subscriptions").bearer(token.getToken()).send().status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"01909012345, openid, 403", "01010112345, altinn:profile, 401"})
    void aPersonWhoMayNotOrIsUnknownGetsNoToken(String pid, String scope, int status) {
        Reply reply =
                platform.call("GET", EXCHANGE + "id-porten").bearer(ofPerson(pid, scope)).send();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void aPersonsTokenForAPartnerIsExchanged() {
        DecodedJWT token =
                JWT.decode(
                        exchanged(
                                "id-porten",
                                ofPerson("01909012345", "openid digdir:dialogporten")));

        assertThat(token.getClaim("urn:altinn:userid").asString()).isEqualTo("20000001");
        assertThat(platform.api("GET", "subscriptions").bearer(token.getToken()).send().status())
                .isEqualTo(200);
    }

    @Test
    void enterpriseUsersAreToldThatTheirLoginIsGone() {
        Reply reply =
                platform.call("GET", EXCHANGE + "maskinporten")
                        .bearer(ofOrganisation("991825827", EVENTS))
                        .header("X-Altinn-EnterpriseUser-Authentication", "dXNlcjpwYXNz")
                        .send();

        assertThat(reply.status()).isEqualTo(410);
        assertThat(reply.told()).startsWith("Enterprise users").contains("system user");
    }

    @Test
    void aTokenOfOneIssuerIsNoneOfTheOther() {
        String organisation = ofOrganisation("991825827", EVENTS);
        String person = ofPerson("01909012345", EVENTS);

        assertThat(
                        platform.call("GET", EXCHANGE + "id-porten")
                                .bearer(organisation)
                                .send()
                                .status())
                .isEqualTo(401);
        assertThat(platform.call("GET", EXCHANGE + "maskinporten").bearer(person).send().status())
                .isEqualTo(401);
    }

    @Test
    void anAltinnTokenIsRenewedForTheSameHolder() {
        String first = platform.tokens().personA();

        Reply reply = platform.call("GET", REFRESH).bearer(first).send();

        DecodedJWT before = JWT.decode(first);
        DecodedJWT renewed = JWT.decode(reply.body());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(renewed.getId()).isNotEqualTo(before.getId());
        assertThat(renewed.getClaim("pid").asString()).isEqualTo("01909012345");
        assertThat(platform.api("GET", "subscriptions").bearer(renewed.getToken()).send().status())
                .isEqualTo(200);
    }

    @Test
    void whoPrefersJsonGetsTheTokenInQuotes() {
        Reply reply =
                platform.call("GET", REFRESH)
                        .bearer(platform.tokens().personA())
                        .header("Accept", "application/json")
                        .send();

        assertThat(reply.contentType()).isEqualTo("application/json; charset=utf-8");
        assertThat(JWT.decode(reply.json().textValue()).getKeyId())
                .isEqualTo(platform.keys().current().kid());
    }

    @ParameterizedTest
    @CsvSource({"AltinnStudio, AltinnStudio", "id%20porten, id porten", "%C3%B8, \u00f8"})
    void anotherProviderIsToldAsItWasSent(String path, String told) {
        Reply reply = platform.call("GET", EXCHANGE + path).bearer(platform.tokens().ttd()).send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo(
                        "Invalid token provider: "
                                + told
                                + ". Trusted token providers are 'Maskinporten', 'Id-porten' and"
                                + " 'AltinnStudio'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {EXCHANGE + "maskinporten", EXCHANGE + "nobody", REFRESH})
    void withoutTokenTheAnswerIsABare401(String path) {
        Reply reply = platform.call("GET", path).send();

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void aPlatformAccessTokenIsNotRenewed() {
        SigningKey key = platform.keys().current();
        ObjectNode claims =
                living(platform.base() + "authentication/api/v1/openid/", EVENTS)
                        .put("urn:altinn:app", "events");

        for (String token : new String[] {platform.tokens().platform(), key.sign(claims)}) {
            assertThat(platform.call("GET", REFRESH).bearer(token).send().status()).isEqualTo(401);
        }
    }
}
