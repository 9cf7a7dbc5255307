package no.altinn.authentication.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.auth.OutsideToken;
import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.stream.Collectors;

class KeptClaimsTest {
    private static OutsideToken token(String json) {
        return new OutsideToken(
                Json.parse(json).properties().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Test
    void onlyTheNamedClaimsAreKeptAsTheyAre() throws InvalidToken {
        JsonNode kept =
                new KeptClaims(
                                Map.of(
                                        "a", ClaimForm.TEXTS,
                                        "c", ClaimForm.TEXT,
                                        "e", ClaimForm.TEXT,
                                        "f", ClaimForm.ORGANISATION))
                        .of(
                                token(
                                        "{\"iss\":\"i\",\"a\":[\"b\"],\"c\":\"\",\"d\":\"x\",\"e\":null}"));

        assertThat(kept).isEqualTo(Json.parse("{\"a\":[\"b\"],\"c\":\"\",\"actual_iss\":\"i\"}"));
    }

    @Test
    void aNamedClaimOfAnotherFormIsRefusedByItsNameAlone() {
        OutsideToken token = token("{\"iss\":\"i\",\"a\":{\"secret\":1}}");

        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> new KeptClaims(Map.of("a", ClaimForm.TEXT)).of(token))
                .withMessage("The token's a is of another form");
    }
}
