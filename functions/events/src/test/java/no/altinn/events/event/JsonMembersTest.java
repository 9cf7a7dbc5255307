package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.json.MalformedJson;
import no.altinn.testing.json.JsonTestSuite;
import no.altinn.testing.json.JsonTestSuite.Sample;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Set;
import java.util.stream.Stream;

/** The data that an event may have, by the samples of JSONTestSuite. */
class JsonMembersTest {
    private static final Set<String> REFUSED_THOUGH_FREE =
            Set.of(
                    "i_string_UTF-16LE_with_BOM",
                    "i_string_utf16BE_no_BOM",
                    "i_string_utf16LE_no_BOM",
                    "i_structure_500_nested_arrays",
                    "i_structure_UTF-8_BOM_empty_object");

    static Stream<Sample> taken() {
        return JsonTestSuite.all().stream()
                .filter(sample -> !sample.isNoJson())
                .filter(sample -> !REFUSED_THOUGH_FREE.contains(sample.name()));
    }

    static Stream<Sample> refused() {
        return JsonTestSuite.all().stream()
                .filter(sample -> sample.isNoJson() || REFUSED_THOUGH_FREE.contains(sample.name()));
    }

    /** Bytes that are no UTF-8 are refused where a body is read; here U+FFFD stands for them. */
    @ParameterizedTest
    @MethodSource("taken")
    void whatIsJsonMayBeDataAndIsKeptAsWritten(Sample sample) {
        String text = sample.text();

        JsonMembers.requireMember(text);

        assertThat(EventReader.structured(EventJson.with("\"data\":" + text)).json())
                .isEqualTo(EventJson.with("\"data\":" + text.strip()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoJsonIsNoData(Sample sample) {
        assertThatThrownBy(() -> JsonMembers.requireMember(sample.text()))
                .isInstanceOfAny(MalformedJson.class, InvalidEvent.class);
        assertThatThrownBy(
                        () -> EventReader.structured(EventJson.with("\"data\":" + sample.text())))
                .isInstanceOf(InvalidEvent.class);
    }
}
