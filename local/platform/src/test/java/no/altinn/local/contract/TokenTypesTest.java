package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.local.identity.LocalKeys;
import no.altinn.platform.jose.SigningKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

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
                    of("Maskinporten's token", TokensOfOthers::maskinporten),
                    of("ID-porten's access token", TokensOfOthers::idPorten),
                    of("ID-porten's ID token", TokensOfOthers::idToken),
                    of("a client's grant", TokensOfOthers::grant),
                    resigned("Maskinporten's claims", TokensOfOthers::maskinporten),
                    resigned("ID-porten's claims", TokensOfOthers::idPorten),
                    resigned("an ID token's claims", TokensOfOthers::idToken),
                    resigned("a grant's claims", TokensOfOthers::grant),
                    resigned("an app's claims", others -> others.platform().tokens().app("a")),
                    access("platform"),
                    access("ttd"),
                    access("digdir"),
                    access("skd"),
                    claims("a bearer token with an app", c -> c.put("urn:altinn:app", "events")),
                    claims(
                            "a bearer token with an app that is null",
                            c -> c.putNull("urn:altinn:app")),
                    claims("an issuer in an array", c -> c.set("iss", inArray(c))),
                    claims("an issuer of another case", c -> c.put("iss", upper(c))),
                    claims("an issuer without its slash", c -> c.put("iss", slashless(c))),
                    claims("an issuer that is just platform", c -> c.put("iss", "platform")),
                    of(
                            "the public key for a secret",
                            others ->
                                    others.forge(LocalKeys::current)
                                            .signWithPublicKey(others.altinnsClaims())));

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
        TokensOfOthers others = new TokensOfOthers(platform);
        TokenForge forge = others.forge(LocalKeys::current);
        for (String token :
                List.of(
                        forge.sign(others.altinnsClaims()),
                        forge.signWithoutKeyId(others.altinnsClaims()))) {
            Reply reply = platform.api("GET", "subscriptions").bearer(token).send();
            assertThat(reply.status()).isEqualTo(200);
        }
    }

    private static void bare401(Call call) {
        Reply reply = call.send();
        assertThat(reply.status()).as(reply.toString()).isEqualTo(401);
        assertThat(reply.body()).isEmpty();
    }

    private static Other of(String what, Function<TokensOfOthers, String> token) {
        return new Other(what, platform -> token.apply(new TokensOfOthers(platform)));
    }

    /** What a token of another type says, signed as Altinn signs bearer tokens. */
    private static Other resigned(String what, Function<TokensOfOthers, String> token) {
        return of(
                what + ", signed by the platform",
                others ->
                        others.forge(LocalKeys::current)
                                .sign(TokenForge.claimsOf(token.apply(others))));
    }

    private static Other signedBy(String who, Function<LocalKeys, SigningKey> key) {
        return of("signed by " + who, others -> others.forge(key).sign(others.altinnsClaims()));
    }

    private static Other pretending(String who, Function<LocalKeys, SigningKey> key) {
        return of(
                "signed by " + who + " under the platform's key id",
                others ->
                        others.forge(key)
                                .signAs(
                                        others.platform().tokens().keys().current(),
                                        others.altinnsClaims()));
    }

    private static Other nameless(String who, Function<LocalKeys, SigningKey> key) {
        return of(
                "signed by " + who + " without a key id",
                others -> others.forge(key).signWithoutKeyId(others.altinnsClaims()));
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
