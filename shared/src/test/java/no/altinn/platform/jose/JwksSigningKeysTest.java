package no.altinn.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import mockwebserver3.MockResponse;

import no.altinn.platform.client.HttpLimits;
import no.altinn.platform.client.PlatformHttp;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;
import no.altinn.testing.http.LoopbackServer;
import no.altinn.testing.jose.TestKeys;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

final class JwksSigningKeysTest {
    private final LoopbackServer server = new LoopbackServer();
    private final PlatformHttp http =
            new PlatformHttp(
                    new HttpLimits(
                            Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ZERO, 1 << 20));
    private final JwksSigningKeys source = new JwksSigningKeys(http, server.uri("/openid"));
    private final TestKeys keys = TestKeys.of("7DC0B5");

    @AfterEach
    void stop() {
        server.close();
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static ObjectNode jwk(TestKeys keys, Base64.Encoder encoder) {
        return Json.object()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", keys.kid())
                .put("n", encoder.encodeToString(unsigned(keys.publicKey().getModulus())))
                .put("e", encoder.encodeToString(unsigned(keys.publicKey().getPublicExponent())));
    }

    private void publish(ObjectNode... jwks) {
        discovery(server.uri("/openid/jwks").toString());
        ObjectNode set = Json.object();
        ArrayNode list = set.putArray("keys");
        Arrays.stream(jwks).forEach(list::add);
        server.answer(200, set.toString());
    }

    private void discovery(String jwksUri) {
        server.answer(200, Json.object().put("jwks_uri", jwksUri).toString());
    }

    @Test
    void paddedBase64IsReadAsThePlatformPublishesIt() {
        ObjectNode jwk = jwk(keys, Base64.getEncoder());
        jwk.putArray("x5c").add("MIIC");
        publish(jwk);

        assertThat(source.fetch().find("7DC0B5")).containsExactly(keys.publicKey());
        assertThat(server.take().getTarget()).isEqualTo("/openid/.well-known/openid-configuration");
        assertThat(server.take().getTarget()).isEqualTo("/openid/jwks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/maskinporten", "/maskinporten/"})
    void anAuthorizationServerHasMetadataOfItsOwn(String issuer) {
        publish(jwk(keys, Base64.getUrlEncoder().withoutPadding()));

        KeySet fetched = JwksSigningKeys.ofAuthorizationServer(http, server.uri(issuer)).fetch();

        assertThat(fetched.find("7DC0B5")).containsExactly(keys.publicKey());
        assertThat(server.take().getTarget())
                .isEqualTo("/maskinporten/.well-known/oauth-authorization-server");
    }

    @Test
    void base64UrlIsReadAsTheStandardDemandsIt() {
        publish(jwk(keys, Base64.getUrlEncoder().withoutPadding()));

        assertThat(source.fetch().find("7DC0B5")).containsExactly(keys.publicKey());
    }

    @Test
    void certificatesInTheSetAreNeverRead() {
        ObjectNode jwk = jwk(keys, Base64.getEncoder());
        jwk.put("x5c", "no list").put("x5u", server.uri("/trap").toString());
        publish(jwk);

        assertThat(source.fetch().keys()).hasSize(1);
        assertThat(server.requests()).isEqualTo(2);
    }

    @Test
    void twoKeysAreBothThereDuringARotation() {
        TestKeys next = TestKeys.of("NEXT");
        publish(jwk(keys, Base64.getEncoder()), jwk(next, Base64.getEncoder()));

        KeySet set = source.fetch();

        assertThat(set.find("NEXT")).containsExactly(next.publicKey());
        assertThat(set.find("")).containsExactly(keys.publicKey(), next.publicKey());
        assertThat(set.find("next")).isEmpty();
    }

    @Test
    void brokenForeignAndShortKeysAreSkipped() {
        publish(
                jwk(keys, Base64.getEncoder()).put("n", "!!"),
                jwk(keys, Base64.getEncoder()).put("n", ""),
                jwk(keys, Base64.getEncoder()).put("kty", "EC"),
                jwk(keys, Base64.getEncoder()).put("use", "enc"),
                jwk(TestKeys.generate("SHORT", 1024), Base64.getEncoder()),
                jwk(keys, Base64.getEncoder()));

        assertThat(source.fetch().keys())
                .containsExactly(new KeySet.Key("7DC0B5", keys.publicKey()));
    }

    @Test
    void aSetWithoutUsableKeyIsAFailure() {
        publish();

        assertThatThrownBy(source::fetch)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("No usable key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/jwks",
                "ftp://host/jwks",
                "file:///etc/passwd",
                "https://host:99999/jwks",
                "not a uri"
            })
    void anAddressOfKeysThatIsNoneIsAFailure(String jwksUri) {
        discovery(jwksUri);

        assertThatThrownBy(source::fetch)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("jwks_uri");
    }

    @Test
    void aMissingDiscoveryDocumentIsAFailure() {
        server.answer(404, "");

        assertThatThrownBy(source::fetch)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("404");
    }

    /** The usual limits are these, and the issuer needs longer for each document. */
    private static final Duration USUAL = Duration.ofMillis(250);

    private static final Duration START = Duration.ofMillis(500);

    private JwksSigningKeys hasty() {
        HttpLimits usual = new HttpLimits(Duration.ofSeconds(2), USUAL, Duration.ZERO, 1 << 20, 1);
        return new JwksSigningKeys(
                new PlatformHttp(usual),
                usual.within(Duration.ofSeconds(20)),
                server.uri("/openid"));
    }

    private void late(String body) {
        server.answer(
                new MockResponse.Builder()
                        .body(body)
                        .headersDelay(START.toMillis(), TimeUnit.MILLISECONDS)
                        .build());
    }

    private String discovered() {
        return Json.object().put("jwks_uri", server.uri("/openid/jwks").toString()).toString();
    }

    private String published() {
        ObjectNode set = Json.object();
        set.putArray("keys").add(jwk(keys, Base64.getUrlEncoder().withoutPadding()));
        return set.toString();
    }

    @Test
    void theFirstFetchWaitsForAnIssuerThatHasToStart() {
        late(discovered());
        late(published());

        assertThat(hasty().fetchFirst().find("7DC0B5")).containsExactly(keys.publicKey());
    }

    @Test
    void aLaterFetchDoesNotWaitForIt() {
        late(discovered());

        assertThatThrownBy(hasty()::fetch)
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("timed out");
    }

    @Test
    void theFirstFetchGoesOnWhileTheIssuerAnswersThatItIsNotReady() {
        JwksSigningKeys patient = patient();
        for (int i = 1; i < HttpLimits.FIRST_READ.tries(); i++) {
            server.answer(503, "");
        }
        publish(jwk(keys, Base64.getUrlEncoder().withoutPadding()));

        assertThat(patient.fetchFirst().find("7DC0B5")).containsExactly(keys.publicKey());
    }

    @Test
    void theFirstFetchIsBounded() {
        for (int i = 0; i < HttpLimits.FIRST_READ.tries(); i++) {
            server.answer(503, "");
        }
        JwksSigningKeys patient = patient();

        assertThatThrownBy(patient::fetchFirst).isInstanceOf(Unavailable.class);
        assertThat(server.requests()).isEqualTo(HttpLimits.FIRST_READ.tries());
        assertThat(HttpLimits.FIRST_READ.call()).isEqualTo(Duration.ofSeconds(20));
    }

    /** Keys whose first fetch is tried as often as in the deployment, without the waits between. */
    private JwksSigningKeys patient() {
        return new JwksSigningKeys(
                http,
                new HttpLimits(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(20),
                        Duration.ZERO,
                        1 << 20,
                        HttpLimits.FIRST_READ.tries()),
                server.uri("/openid"));
    }
}
