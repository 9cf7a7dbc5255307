package no.altinn.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

final class CompactJwsTest {
    private static final String PAYLOAD = "{\"iss\":\"x\"}";

    private static String jws(String header, String payload) {
        return part(header) + "." + part(payload) + ".c2ln";
    }

    private static String part(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String jwt) {
        assertThatThrownBy(() -> CompactJws.read(jwt)).isInstanceOf(InvalidToken.class);
    }

    @Test
    void headerAndClaimsAreRead() throws InvalidToken {
        CompactJws read = CompactJws.read(jws("{\"alg\":\"RS256\",\"kid\":\"K1\"}", PAYLOAD));

        assertThat(read.kid()).isEqualTo("K1");
        assertThat(read.claims()).containsOnlyKeys("iss");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e400", "[[1e309]]", "{\"y\":[0,1e309]}"})
    void aNumberThatOnlyInfinityCouldStandForIsRefused(String number) {
        assertThatThrownBy(
                        () -> CompactJws.read(jws("{\"alg\":\"RS256\"}", "{\"x\":" + number + "}")))
                .isInstanceOf(InvalidToken.class)
                .hasMessageContaining("out of bounds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e308", "-1.5", "9223372036854775808", "\"1e309\""})
    void anyOtherNumberIsRead(String number) throws InvalidToken {
        String payload = "{\"x\":" + number + "}";

        assertThat(CompactJws.read(jws("{\"alg\":\"RS256\"}", payload)).claims().get("x"))
                .isEqualTo(Json.parse(number));
    }

    @Test
    void aMissingKidIsEmpty() throws InvalidToken {
        assertThat(CompactJws.read(jws("{\"alg\":\"RS256\"}", PAYLOAD)).kid()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"None\"}",
                "{\"alg\":\"HS256\"}",
                "{\"alg\":\"RS512\"}",
                "{\"alg\":\"PS256\"}",
                "{\"alg\":\"rs256\"}",
                "{\"alg\":[\"RS256\"]}",
                "{\"alg\":null}",
                "{}"
            })
    void onlyRs256IsRead(String header) {
        assertRefused(jws(header, PAYLOAD));
    }

    @Test
    void aReaderMayTakeOtherAlgorithmsAndNoMore() throws InvalidToken {
        Set<RsaAlgorithm> algorithms = Set.of(RsaAlgorithm.RS384, RsaAlgorithm.RS512);
        String jwt = jws("{\"alg\":\"RS512\",\"x5c\":[\"MIIC\"]}", PAYLOAD);

        assertThat(CompactJws.read(jwt, algorithms).header().at("/x5c/0").asText())
                .isEqualTo("MIIC");
        assertThatThrownBy(() -> CompactJws.read(jws("{\"alg\":\"RS256\"}", PAYLOAD), algorithms))
                .isInstanceOf(InvalidToken.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"crit\":[\"exp\"]",
                "\"crit\":[]",
                "\"zip\":\"DEF\"",
                "\"b64\":false",
                "\"b64\":true",
                "\"enc\":\"A256GCM\"",
                "\"cty\":\"JWT\"",
                "\"cty\":\"application/jwt\"",
                "\"cty\":\"text/plain\"",
                "\"cty\":[\"JWT\"]",
                "\"kid\":7",
                "\"kid\":null",
                "\"kid\":\"\"",
                "\"kid\":{}",
                "\"alg\":\"RS256\""
            })
    void extensionsAndDoubleMembersAreRefused(String member) {
        assertRefused(jws("{\"alg\":\"RS256\"," + member + "}", PAYLOAD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x5c\":\"MIIC\"",
                "\"x5c\":[\"MIIC\"]",
                "\"jku\":\"https://evil.example/jwks\"",
                "\"x5u\":\"https://evil.example/x\"",
                "\"jwk\":{\"kty\":\"RSA\"}",
                "\"typ\":\"at+jwt\""
            })
    void keysInTheHeaderAreIgnored(String member) throws InvalidToken {
        String jwt = jws("{\"alg\":\"RS256\",\"kid\":\"K1\"," + member + "}", PAYLOAD);

        assertThat(CompactJws.read(jwt).kid()).isEqualTo("K1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "a.b",
                "a.b.c",
                "a.b.c.d",
                "a.b.c.d.e",
                "e30.e30.",
                "e30 .e30.c2ln",
                "e30.e30.c2ln\n",
                "e3+.e30.c2ln",
                "e30=.e30.c2ln"
            })
    void anotherFormIsRefused(String jwt) {
        assertRefused(jwt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"exp\":1,\"exp\":2}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "[]",
                "\"text\"",
                "null",
                "",
                "{} x"
            })
    void aPayloadThatIsNoStrictObjectIsRefused(String payload) {
        assertRefused(jws("{\"alg\":\"RS256\"}", payload));
    }

    @Test
    void theSignForWhatCouldNotBeReadIsACharacterLikeOthers() throws InvalidToken {
        CompactJws read = CompactJws.read(jws("{\"alg\":\"RS256\"}", "{\"x\":\"\uFFFDæ\"}"));

        assertThat(read.claims().get("x").textValue()).isEqualTo("\uFFFDæ");
    }

    @Test
    void aPayloadThatIsNoUtf8IsRefused() {
        String payload =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});

        assertRefused(part("{\"alg\":\"RS256\"}") + "." + payload + ".c2ln");
    }

    @Test
    void sixteenKibibytesAreTheLimit() throws InvalidToken {
        String start = jws("{\"alg\":\"RS256\"}", PAYLOAD);
        // Base64 has no text whose length is one more than a multiple of four.
        String more = (CompactJws.MAX_LENGTH - start.length()) % 4 == 1 ? ",\"x\":1}" : "}";
        String begin = jws("{\"alg\":\"RS256\"}", PAYLOAD.replace("}", more));
        String longest = begin + "A".repeat(CompactJws.MAX_LENGTH - begin.length());

        assertThat(CompactJws.read(longest).claims()).isNotEmpty();
        assertRefused(longest + "A");
    }

    @Property(tries = 500)
    void anyTextIsRefusedAndNothingElseHappens(@ForAll String text) {
        assertRefused(text);
    }
}
