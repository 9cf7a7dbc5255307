package no.altinn.platform.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

class SigningKeyTest {
    private static final SigningKey KEY = TestSigningKeys.create();

    private static JsonNode part(String jwt, int index) {
        byte[] json = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[index]);
        return Json.parse(new String(json, StandardCharsets.UTF_8));
    }

    @Test
    void othersCanVerifyWhatItSigns() {
        String jwt = KEY.sign(Json.object().put("sub", "\u00e6"));

        assertThat(
                        JWT.require(Algorithm.RSA256(KEY.published().publicKey(), null))
                                .build()
                                .verify(jwt)
                                .getSubject())
                .isEqualTo("\u00e6");
    }

    @Test
    void theHeaderNamesAlgorithmAndKey() {
        assertThat(part(KEY.sign(Json.object()), 0))
                .isEqualTo(
                        Json.object().put("alg", "RS256").put("typ", "JWT").put("kid", KEY.kid()));
    }

    @Test
    void claimsOfAnyKindAreSignedAsTheyAre() {
        String claims =
                "{\"a\":12345678901234567890123,\"b\":[null,{\"c\":1.5}],\"exp\":1.25,\"d\":true}";

        assertThat(part(KEY.sign((ObjectNode) Json.parse(claims)), 1))
                .isEqualTo(Json.parse(claims));
    }

    @Test
    void aKeyThatIsPrintedIsNotShown() {
        assertThat(KEY).hasToString("SigningKey[" + KEY.kid() + "]");
    }
}
