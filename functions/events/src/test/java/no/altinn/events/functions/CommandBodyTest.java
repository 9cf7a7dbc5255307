package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpResponseMessage;

import no.altinn.platform.app.Http;
import no.altinn.platform.http.Answer;
import no.altinn.testing.functions.FakeMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class CommandBodyTest {
    private final Http http = Answering.http();
    private Optional<CommandBody> read = Optional.empty();

    @Test
    void membersAreReadByTheirTypes() {
        assertThat(
                        status(
                                """
                                {"flag":true,"number":7,"text":"a","texts":["b","c"]}"""))
                .isEqualTo(200);

        CommandBody body = read.orElseThrow();
        assertThat(body.flag("flag")).isTrue();
        assertThat(body.integer("number")).hasValue(7);
        assertThat(body.text("text")).contains("a");
        assertThat(body.texts("texts")).contains(List.of("b", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "{}", "\uFEFF{}", "{\"flag\":null}"})
    void whatIsLeftOutIsFalseOrEmpty(String json) {
        assertThat(status(json)).isEqualTo(200);

        CommandBody body = read.orElseThrow();
        assertThat(body.flag("flag")).isFalse();
        assertThat(body.integer("number")).isEqualTo(OptionalInt.empty());
        assertThat(body.text("text")).isEmpty();
        assertThat(body.texts("texts")).isEmpty();
    }

    @Test
    void noBodyNeedsNoContentType() {
        assertThat(send(FakeMessage.post("/", "")).getStatusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml"})
    void aBodyIsJsonByItsContentType(String type) {
        assertThat(send(FakeMessage.post("/", "{}").with("Content-Type", type)).getStatusCode())
                .isEqualTo(415);
    }

    @Test
    void namesAreReadInAnyCase() {
        assertThat(status("{\"FLAG\":true}")).isEqualTo(200);
        assertThat(read.orElseThrow().flag("flag")).isTrue();
        assertThat(read.orElseThrow().has("flag")).isTrue();
    }

    @Test
    void nullIsThereThoughItHasNoValue() {
        assertThat(status("{\"number\":null}")).isEqualTo(200);
        assertThat(read.orElseThrow().has("number")).isTrue();
        assertThat(read.orElseThrow().has("text")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]|The body must be a JSON object.",
                "7|The body must be a JSON object.",
                "null|The body must be a JSON object.",
                "{\"flag\":true|The body is not valid JSON",
                "{} {}|The body is not valid JSON",
                "{\"flag\":true,\"flag\":false}|The body is not valid JSON",
                "{\"flag\":true,\"Flag\":false}|'Flag' is there twice, in this or another case.",
                "{\"flog\":true}|The body may have only 'flag', 'number', 'text', 'texts', not"
                        + " 'flog'.",
            })
    void whatIsNoSuchObjectIsRefused(String json, String reason) {
        assertThat(refusal(json)).contains("\"status\":400", reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"flag\":\"true\"}|'flag' must be true or false.",
                "{\"flag\":1}|'flag' must be true or false.",
                "{\"number\":\"7\"}|'number' must be a whole number of 32 bits.",
                "{\"number\":1.5}|'number' must be a whole number of 32 bits.",
                "{\"number\":4294967296}|'number' must be a whole number of 32 bits.",
                "{\"number\":0}|'number' must be a whole number from 1 to 9.",
                "{\"number\":10}|'number' must be a whole number from 1 to 9.",
                "{\"text\":7}|'text' must be a string.",
                "{\"texts\":\"a\"}|'texts' must be a list of strings.",
                "{\"texts\":[1]}|'texts' must be a list of strings.",
            })
    void aMemberOfAnotherTypeOrRangeIsRefused(String json, String reason) {
        assertThat(refusal(json)).contains("\"status\":400", reason);
    }

    @Test
    void aLongUnknownNameIsQuotedInPart() {
        assertThat(refusal("{\"%s\":1}".formatted("x".repeat(9_000)))).hasSizeLessThan(500);
    }

    @Test
    void aBodyOfTheMostBytesIsReadAndOneMoreIsTooMany() {
        String most = "{}" + " ".repeat(CommandBody.MAX_BYTES - 2);

        assertThat(status(most)).isEqualTo(200);
        assertThat(refusal(most + " "))
                .contains("\"status\":413", "The body must not be over 16384 bytes.");
        assertThat(status("{\"text\":\"%s\"}".formatted("å".repeat(8_192)))).isEqualTo(413);
    }

    private int status(String json) {
        return send(json(json)).getStatusCode();
    }

    private String refusal(String json) {
        return String.valueOf(send(json(json)).getBody()).replace("\\u0027", "'");
    }

    private static FakeMessage json(String json) {
        return FakeMessage.post("/", json).with("Content-Type", "application/json");
    }

    private HttpResponseMessage send(FakeMessage message) {
        return http.answer(
                message,
                exchange -> {
                    CommandBody body =
                            CommandBody.read(exchange, "flag", "number", "text", "texts");
                    // A member is looked at where the function needs it.
                    body.flag("flag");
                    body.integer("number", 1, 9);
                    body.text("text");
                    body.texts("texts");
                    read = Optional.of(body);
                    return Answer.empty(200);
                });
    }
}
