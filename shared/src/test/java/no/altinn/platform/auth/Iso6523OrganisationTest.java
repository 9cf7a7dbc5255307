package no.altinn.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Iso6523OrganisationTest {
    @Test
    void nineDigitsAreANumber() {
        assertThat(Iso6523Organisation.isNumber("991825827")).isTrue();
    }

    @Test
    void whatIsWrittenIsAsMaskinportenHasItAndIsReadAgain() {
        assertThat(Iso6523Organisation.of("991825827"))
                .hasToString("{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:991825827\"}");
        assertThat(Iso6523Organisation.number(Iso6523Organisation.of("991825827")))
                .contains("991825827");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345678", "1234567890", "12345678x", "0192:991825827"})
    void aNumberHasNineDigits(String number) {
        assertThat(Iso6523Organisation.isNumber(number)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Iso6523Organisation.of(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"0192:991825827\"",
                "{\"ID\":\"0192:991825827\"}",
                "{\"authority\":\"iso6523-actorid-upis\"}",
                "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"991825827\"}",
                "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0184:991825827\"}",
                "{\"authority\":\"iso6523-actorid-upis\",\"ID\":\"0192:99182582\"}",
                "{\"authority\":\"other\",\"ID\":\"0192:991825827\"}"
            })
    void anythingElseIsNoNorwegianOrganisation(String json) {
        assertThat(Iso6523Organisation.number(Json.parse(json))).isEmpty();
    }
}
