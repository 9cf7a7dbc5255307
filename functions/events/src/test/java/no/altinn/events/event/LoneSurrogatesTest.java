package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import no.altinn.platform.json.Json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class LoneSurrogatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"\\ud800\" | \"\\ufffd\"",
                "\"\\uDFFF\" | \"\\ufffd\"",
                "\"\\ud83d\\ude00\" | \"\\ud83d\\ude00\"",
                "\"\\ud83d\\ud83d\\ude00\" | \"\\ufffd\\ud83d\\ude00\"",
                "\"\\ude00\\ud83d\" | \"\\ufffd\\ufffd\"",
                "\"\\ud83d \\ude00\" | \"\\ufffd \\ufffd\"",
                "\"\\\\ud800\" | \"\\\\ud800\"",
                "\"\\\\\\ud800\" | \"\\\\\\ufffd\"",
                "\"\\u0041\\n\\\"\" | \"\\u0041\\n\\\"\"",
                "{\"\\udc00\":\"\\uD800\"} | {\"\\ufffd\":\"\\ufffd\"}",
                "\"\\ud8\" | \"\\ud8\"",
                "\"\\ | \"\\"
            })
    void onlyEscapesOfLoneOnesAreReplaced(String json, String replaced) {
        assertThat(LoneSurrogates.replaced(json)).isEqualTo(replaced).hasSameSizeAs(json);
    }

    @Property(tries = 500)
    void theTextOfAStringIsWhatItsEscapesSay(@ForAll("pieces") List<String> pieces) {
        String raw = '"' + String.join("", pieces) + '"';

        JsonNode parsed = Json.parse(raw);

        assertThat(LoneSurrogates.text(raw)).isEqualTo(parsed.textValue());
        assertThat(AttributeText.wellFormed(LoneSurrogates.text(raw)))
                .isEqualTo(Json.parse(LoneSurrogates.replaced(raw)).textValue());
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "a", "\\ud83d", "\\ude00", "\\uD800", "\\udfff", "\\u0041", "\\\\", "\\\"",
                        "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "😀", "u", "d800")
                .list()
                .ofMaxSize(12);
    }
}
