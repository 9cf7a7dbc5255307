package no.altinn.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Bearer tokens that are none, each signed as well as it can be. */
@ExtendWith(RunningPlatform.class)
final class MalformedTokensTest {
    record Bad(String why, Function<Tokens, String> token) {
        @Override
        public String toString() {
            return why;
        }
    }

    static final List<Bad> TOKENS =
            List.of(
                    bad("empty", tokens -> ""),
                    bad("one part", tokens -> "abc"),
                    bad("two parts", tokens -> "abc.def"),
                    bad("five parts", tokens -> "a.b.c.d.e"),
                    bad("empty parts", tokens -> ".."),
                    bad("no Base64", tokens -> "!!!.???.***"),
                    bad("no JSON inside", tokens -> "YWJj.YWJj.YWJj"),
                    bad("an array for claims", tokens -> tokens.signedText("[]")),
                    bad("null for claims", tokens -> tokens.signedText("null")),
                    bad("claims that are cut short", tokens -> tokens.signedText("{\"exp\":")),
                    bad("no signature", tokens -> withoutSignature(tokens.ttd())),
                    bad("another signature", tokens -> withOtherSignature(tokens)),
                    bad("changed claims", MalformedTokensTest::withChangedClaims),
                    bad("alg none", header(header -> header.put("alg", "none"))),
                    bad("alg in another case", header(header -> header.put("alg", "rs256"))),
                    bad("alg HS256", header(header -> header.put("alg", "HS256"))),
                    bad("alg PS256", header(header -> header.put("alg", "PS256"))),
                    bad("alg a number", header(header -> header.put("alg", 256))),
                    bad("no alg", header(header -> header.remove("alg"))),
                    bad("crit", header(header -> header.putArray("crit").add("exp"))),
                    bad("zip", header(header -> header.put("zip", "DEF"))),
                    bad("nested", header(header -> header.put("cty", "JWT"))),
                    bad("a key id that is an object", header(header -> header.putObject("kid"))),
                    bad("an unknown key id", header(header -> header.put("kid", "../../etc"))),
                    bad("no exp", claims(claims -> claims.remove("exp"))),
                    bad("exp a text", claims(claims -> claims.put("exp", "tomorrow"))),
                    bad("exp long past", claims(claims -> claims.put("exp", 1))),
                    bad("nbf to come", claims(claims -> claims.put("nbf", 32_503_680_000L))),
                    bad("no issuer", claims(claims -> claims.remove("iss"))),
                    bad("another issuer", claims(claims -> claims.put("iss", "https://x.no/"))),
                    bad("an issuer with more behind", MalformedTokensTest::withLongerIssuer),
                    bad("a platform access token", claims(c -> c.put("urn:altinn:app", "x"))),
                    bad("more than 16 KiB", claims(c -> c.put("x", "y".repeat(16_000)))),
                    bad("a claim twice", MalformedTokensTest::withClaimTwice));

    private final Platform platform;

    MalformedTokensTest(Platform platform) {
        this.platform = platform;
    }

    @ParameterizedTest
    @FieldSource("TOKENS")
    void aTokenThatIsNoneIsAnsweredWithABare401(Bad bad) {
        String token = bad.token().apply(platform.tokens());
        Reply reply = platform.api("GET", "subscriptions").bearer(token).send();
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void theSameTokenUnspoiledIsGood() {
        String token = platform.tokens().signed(MalformedTokensTest::asUsual);
        assertThat(platform.api("GET", "subscriptions").bearer(token).send().status())
                .isEqualTo(200);
    }

    @Test
    void aTokenWithoutKeyIdIsTriedWithEveryKey() {
        String token =
                platform.tokens()
                        .signedUnder(header -> header.remove("kid"), MalformedTokensTest::asUsual);
        assertThat(platform.api("GET", "subscriptions").bearer(token).send().status())
                .isEqualTo(200);
    }

    @Test
    void keysThatATokenBringsAlongAreNotLookedAt() {
        String token =
                platform.tokens()
                        .signedUnder(
                                header ->
                                        header.put("jku", "http://localhost:1/keys")
                                                .put("x5u", "http://localhost:1/cert")
                                                .put("x5c", "text"),
                                MalformedTokensTest::asUsual);
        assertThat(platform.api("GET", "subscriptions").bearer(token).send().status())
                .isEqualTo(200);
    }

    /** Changes nothing. */
    private static void asUsual(ObjectNode members) {
        assertThat(members).isNotEmpty();
    }

    private static Bad bad(String why, Function<Tokens, String> token) {
        return new Bad(why, token);
    }

    private static Function<Tokens, String> header(Consumer<ObjectNode> change) {
        return tokens -> tokens.signedUnder(change, MalformedTokensTest::asUsual);
    }

    private static Function<Tokens, String> claims(Consumer<ObjectNode> change) {
        return tokens -> tokens.signed(change);
    }

    private static String withoutSignature(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    private static String withOtherSignature(Tokens tokens) {
        String other = tokens.personA();
        return withoutSignature(tokens.ttd()) + other.substring(other.lastIndexOf('.') + 1);
    }

    private static String withChangedClaims(Tokens tokens) {
        String[] mine = tokens.personA().split("\\.", -1);
        String[] other = tokens.ttd().split("\\.", -1);
        return mine[0] + "." + other[1] + "." + mine[2];
    }

    private static String withLongerIssuer(Tokens tokens) {
        return tokens.signed(claims -> claims.put("iss", claims.path("iss").asText() + "x"));
    }

    private static String withClaimTwice(Tokens tokens) {
        String payload = new String(payload(tokens), StandardCharsets.UTF_8);
        return tokens.signedText("{\"urn:altinn:org\":\"skd\"," + payload.substring(1));
    }

    private static byte[] payload(Tokens tokens) {
        String part = tokens.signed(MalformedTokensTest::asUsual).split("\\.", -1)[1];
        return Base64.getUrlDecoder().decode(part);
    }
}
