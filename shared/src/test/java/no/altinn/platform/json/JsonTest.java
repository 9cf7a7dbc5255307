package no.altinn.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{} {}",
                "{",
                "{'a':1}",
                "[1,]",
                "NaN",
                "",
                " \n"
            })
    void whatIsNotStrictJsonIsMalformed(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(MalformedJson.class);
    }

    @Test
    void depthIsBounded() {
        String deepest = "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH);

        assertThat(Json.parse(deepest).isArray()).isTrue();
        assertThatThrownBy(() -> Json.parse("[" + deepest + "]")).isInstanceOf(MalformedJson.class);
    }

    @Test
    void theReasonTellsThePlaceAndNotTheText() {
        assertThatThrownBy(() -> Json.parse("{\"secret\":\n tru}"))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{", "\"a", "NaN", "/* */ 1", "[1 2]", "{\"a\":\"\\u00", "01"})
    void theReasonNamesNothingOfTheParser(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(MalformedJson.class)
                .message()
                .isNotEmpty()
                .doesNotContain("`", "jackson", "Feature", "Source");
    }

    @Test
    void theReasonOfTooDeepNestingNamesNothingOfTheParser() {
        assertThatThrownBy(() -> Json.parse("[".repeat(Json.MAX_DEPTH + 1)))
                .isInstanceOf(MalformedJson.class)
                .hasMessageContaining("too deeply")
                .hasMessageNotContaining("Stream");
    }

    @Test
    void aTextBecomesAJsonString() {
        assertThat(Json.string("a\"b")).isEqualTo("\"a\\\"b\"");
    }

    @Test
    void oneByteOrderMarkIsTakenAway() {
        assertThat(Json.withoutByteOrderMark("\uFEFF{}")).isEqualTo("{}");
        assertThat(Json.withoutByteOrderMark("{}")).isEqualTo("{}");
        assertThat(Json.withoutByteOrderMark("")).isEmpty();
        assertThat(Json.withoutByteOrderMark("\uFEFF\uFEFF{}")).isEqualTo("\uFEFF{}");
        assertThatThrownBy(() -> Json.parse("\uFEFF{}")).isInstanceOf(MalformedJson.class);
    }
}
