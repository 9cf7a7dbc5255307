package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.jose.InvalidToken;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.stream.Collectors;

class OutsideTokenTest {
    private static OutsideToken token(String json) {
        return new OutsideToken(
                Json.parse(json).properties().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Test
    void scopesAreSplitOnAnyWhiteSpace() throws InvalidToken {
        assertThat(token("{\"scope\":\" a:b  c/d\\te a:b\"}").scopes())
                .containsExactlyInAnyOrder("a:b", "c/d", "e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"scope\":null}", "{\"scope\":\"\"}", "{\"scope\":\" \"}"})
    void aTokenMayHaveNoScope(String json) throws InvalidToken {
        assertThat(token(json).scopes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scope\":[\"altinn:serviceowner\"]}",
                "{\"scope\":{}}",
                "{\"scope\":7}",
                "{\"scope\":true}"
            })
    void scopesOfAnotherTypeAreRefused(String json) {
        assertThatExceptionOfType(InvalidToken.class).isThrownBy(() -> token(json).scopes());
    }

    @Test
    void aClaimOfAnotherTypeIsNoText() {
        assertThat(token("{\"a\":1}").text("a")).isEmpty();
        assertThat(token("{\"a\":null}").text("a")).isEmpty();
        assertThat(token("{\"a\":\"1\"}").text("a")).contains("1");
    }
}
