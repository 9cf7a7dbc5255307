package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.authentication.keys.SigningKey;
import no.altinn.local.identity.LocalKeys;
import no.altinn.platform.http.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Good tokens of every other type, where a bearer token is wanted. */
@ExtendWith(RunningPlatform.class)
final class TokenTypesTest {
    /** A token that is no bearer token of Altinn's, and why. */
    record Other(String why, Function<Platform, String> token) {
        @Override
        public String toString() {
            return why;
        }
    }

    static final List<Other> OTHERS =
            List.of(
                    signedBy("Maskinporten", LocalKeys::maskinporten),
                    signedBy("ID-porten", LocalKeys::idPorten),
                    signedBy("the platform as an app", keys -> issuer(keys, "platform")),
                    signedBy("an app of ttd", keys -> issuer(keys, "ttd")),
                    pretending("Maskinporten", LocalKeys::maskinporten),
                    pretending("ID-porten", LocalKeys::idPorten),
                    pretending("the platform as an app", keys -> issuer(keys, "platform")),
                    nameless("Maskinporten", LocalKeys::maskinporten),
                    nameless("ID-porten", LocalKeys::idPorten),
                    nameless("the platform as an app", keys -> issuer(keys, "platform")),
                    new Other("Maskinporten's token", TokenTypesTest::maskinporten),
                    new Other("ID-porten's access token", TokenTypesTest::idPorten),
                    new Other("ID-porten's ID token", TokenTypesTest::idToken),
                    new Other("a client's grant", TokenTypesTest::grant),
                    new Other(
                            "Maskinporten's claims, signed by the platform",
                            platform -> platform(platform, maskinporten(platform))),
                    new Other(
                            "an ID token's claims, signed by the platform",
                            platform -> platform(platform, idToken(platform))),
                    new Other(
                            "a grant's claims, signed by the platform",
                            platform -> platform(platform, grant(platform))),
                    access("platform"),
                    access("ttd"),
                    access("digdir"),
                    access("skd"),
                    new Other(
                            "a platform access token's claims, signed by the platform",
                            platform -> platform(platform, platform.tokens().platform())),
                    claims("a bearer token with an app", c -> c.put("urn:altinn:app", "events")),
                    claims(
                            "a bearer token with an app that is null",
                            c -> c.putNull("urn:altinn:app")),
                    claims("an issuer in an array", c -> c.set("iss", inArray(c))),
                    claims("an issuer of another case", c -> c.put("iss", upper(c))),
                    claims("an issuer without its slash", c -> c.put("iss", slashless(c))),
                    claims("an issuer that is just platform", c -> c.put("iss", "platform")),
                    new Other(
                            "the public key for a secret",
                            platform ->
                                    new TokenForge(platform.tokens().keys().current())
                                            .signWithPublicKey(good(platform))));

    private final Platform platform;

    TokenTypesTest(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @FieldSource("OTHERS")
    void whatIsNoBearerTokenIsAnsweredWithABare401(Other other) {
        String token = other.token().apply(platform);
        for (Endpoint endpoint : Endpoint.forClients()) {
            bare401(endpoint.on(platform).bearer(token));
        }
    }

    @ParameterizedTest
    @FieldSource("OTHERS")
    void aCookieMakesItNoBetter(Other other) {
        String token = other.token().apply(platform);
        Call call = platform.api("GET", "subscriptions");
        bare401(call.header("Cookie", ".ALTINNTOKEN=" + token));
        bare401(call.header("Cookie", "AltinnStudioRuntime=" + token));
    }

    @ParameterizedTest
    @FieldSource("OTHERS")
    void norDoesAPlatformAccessTokenBesideIt(Other other) {
        String token = other.token().apply(platform);
        String event = EventText.on(Platform.resource()).json();
        bare401(
                platform.publishing(event)
                        .bearer(token)
                        .platformAccess(platform.tokens().platform()));
    }

    @Test
    void twoTokensInEachOthersPlaceAreNone() {
        Tokens tokens = platform.tokens();
        for (Endpoint endpoint : Endpoint.forClients()) {
            bare401(endpoint.on(platform).bearer(tokens.platform()).platformAccess(tokens.ttd()));
        }
    }

    @Test
    void theClaimsThatWereSignedByOthersAreGoodWhenThePlatformSignsThem() {
        TokenForge forge = new TokenForge(platform.tokens().keys().current());
        Call call = platform.api("GET", "subscriptions");
        assertThat(call.bearer(forge.sign(good(platform))).send().status()).isEqualTo(200);
        assertThat(call.bearer(forge.signWithoutKeyId(good(platform))).send().status())
                .isEqualTo(200);
    }

    private static void bare401(Call call) {
        Reply reply = call.send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(401);
        assertThat(reply.body()).isEmpty();
    }

    private static Other signedBy(String who, Function<LocalKeys, SigningKey> key) {
        return new Other("signed by " + who, platform -> forge(platform, key).sign(good(platform)));
    }

    private static Other pretending(String who, Function<LocalKeys, SigningKey> key) {
        return new Other(
                "signed by " + who + " under the platform's key id",
                platform ->
                        forge(platform, key)
                                .signAs(platform.tokens().keys().current(), good(platform)));
    }

    private static Other nameless(String who, Function<LocalKeys, SigningKey> key) {
        return new Other(
                "signed by " + who + " without a key id",
                platform -> forge(platform, key).signWithoutKeyId(good(platform)));
    }

    private static Other access(String issuer) {
        return new Other(
                "a platform access token of " + issuer,
                platform ->
                        platform.tokens()
                                .issue("GetPlatformAccessToken", "app=events&org=" + issuer));
    }

    private static Other claims(String why, Consumer<ObjectNode> change) {
        return new Other(why, platform -> platform.tokens().signed(change));
    }

    private static String maskinporten(Platform platform) {
        ObjectNode claims =
                good(platform)
                        .put("iss", platform.base() + "maskinporten/")
                        .put("client_amr", "private_key_jwt");
        claims.remove("urn:altinn:org");
        claims.remove("urn:altinn:orgNumber");
        return forge(platform, LocalKeys::maskinporten).sign(claims);
    }

    private static String idPorten(Platform platform) {
        return forge(platform, LocalKeys::idPorten).sign(ofPerson(platform));
    }

    private static String idToken(Platform platform) {
        return forge(platform, LocalKeys::idPorten)
                .sign(ofPerson(platform).put("aud", "client").put("nonce", "n"));
    }

    private static ObjectNode ofPerson(Platform platform) {
        return TokenForge.claimsOf(platform.tokens().personA())
                .put("iss", platform.base() + "idporten")
                .put("sub", "a1b2c3");
    }

    /** What a client signs for itself to get Maskinporten's token. */
    private static String grant(Platform platform) {
        long now = Instant.now().getEpochSecond();
        // The client's own key is none of the platform's; any other will do.
        return forge(platform, keys -> issuer(keys, "skd"))
                .sign(
                        Json.object()
                                .put("iss", "client")
                                .put("aud", platform.base() + "maskinporten/")
                                .put("scope", Tokens.SUBSCRIBE)
                                .put("iat", now)
                                .put("exp", now + 100)
                                .put("jti", "a1b2c3"));
    }

    private static String platform(Platform platform, String jwt) {
        return new TokenForge(platform.tokens().keys().current()).sign(TokenForge.claimsOf(jwt));
    }

    private static ObjectNode good(Platform platform) {
        return TokenForge.claimsOf(platform.tokens().ttd());
    }

    private static TokenForge forge(Platform platform, Function<LocalKeys, SigningKey> key) {
        return new TokenForge(key.apply(platform.tokens().keys()));
    }

    private static SigningKey issuer(LocalKeys keys, String name) {
        return keys.platformIssuer(name).orElseThrow();
    }

    private static JsonNode inArray(ObjectNode claims) {
        return JsonNodeFactory.instance.arrayNode().add(claims.path("iss"));
    }

    private static String upper(ObjectNode claims) {
        return claims.path("iss").asText().replace("http", "HTTP");
    }

    private static String slashless(ObjectNode claims) {
        return claims.path("iss").asText().replaceFirst("/$", "");
    }
}
