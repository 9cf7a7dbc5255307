package no.altinn.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.json.Json;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class JsonObjectTest {
    private static final JsonObject OBJECT =
            JsonObject.read(
                    "{\"text\":\"blåbær\",\"Number\":-5,\"FLAG\":true,\"off\":false,\"nothing\":null,"
                            + "\"long\":2147483648,\"half\":0.5,\"list\":[1],\"other\":{},"
                            + "\"words\":[\"a\",\"b\"],\"none\":[],\"mixed\":[\"a\",null]}");

    @Test
    void propertiesAreReadInAnyCase() {
        assertThat(OBJECT.text("TEXT")).contains("blåbær");
        assertThat(OBJECT.integer("number")).hasValue(-5);
        assertThat(OBJECT.flag("flag")).isTrue();
        assertThat(OBJECT.flag("off")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "unknown"})
    void nullIsTheSameAsLeftOut(String name) {
        assertThat(OBJECT.text(name)).isEmpty();
        assertThat(OBJECT.texts(name)).isEmpty();
        assertThat(OBJECT.integer(name)).isEmpty();
        assertThat(OBJECT.flag(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "flag", "list", "other"})
    void anotherTypeIsNoText(String name) {
        assertRefused(() -> OBJECT.text(name), "'%s' must be a string.".formatted(name));
    }

    @Test
    void aListKeepsItsOrder() {
        assertThat(OBJECT.texts("Words")).contains(List.of("a", "b"));
        assertThat(OBJECT.texts("none")).contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "number", "list", "mixed", "other"})
    void anotherTypeIsNoListOfStrings(String name) {
        assertRefused(() -> OBJECT.texts(name), "'%s' must be a list of strings.".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "long", "half", "flag", "list"})
    void anotherTypeIsNoInteger(String name) {
        assertRefused(
                () -> OBJECT.integer(name),
                "'%s' must be a whole number of 32 bits.".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "number", "list"})
    void anotherTypeIsNoFlag(String name) {
        assertRefused(() -> OBJECT.flag(name), "'%s' must be true or false.".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "1", "null", "\"{}\"", "{", "{}{}", "{\"a\":1,\"a\":2}"})
    void whatIsNoObjectIsRefused(String body) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> JsonObject.read(body))
                .satisfies(
                        problem ->
                                assertThat(problem.answer().body())
                                        .contains("\"errors\":{\"RequestBody\":["));
    }

    private static void assertRefused(ThrowingCallable call, String reason) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(call)
                .satisfies(
                        problem -> {
                            assertThat(problem.answer().status()).isEqualTo(400);
                            assertThat(
                                            Json.parse(problem.answer().body())
                                                    .at("/errors/RequestBody/0")
                                                    .asText())
                                    .isEqualTo(reason);
                        });
    }
}
