package no.altinn.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.b.granted",
                "/organisation/310000003",
                "urn:altinn:resource:ttd-x",
                "00000000-0000-4000-8000-000050000001",
                "1700000000000",
                "https://ttd.no/blåbær?x=1&y='2'"
            })
    void whatDoesNoHarmIsShownAsItIs(String text) {
        assertThat(LogText.word(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'a b', a\\u0020b",
        "'a\r\nb', a\\u000d\\u000ab",
        "'a\u001b[31mb', a\\u001b[31mb",
        "'a\u2028b\u0085', a\\u2028b\\u0085",
        "'a\u202eb', a\\u202eb",
        "'a\u00a0b', a\\u00a0b",
        "'a\ud83d', a\\ud83d",
        "'a\"b\\', a\\u0022b\\u005c",
        "'', '\"\"'"
    })
    void aWordHoldsNothingThatEndsAWordOrALine(String text, String shown) {
        assertThat(LogText.word(text)).isEqualTo(shown);
    }

    @Test
    void aQuotedTextHasItsSpacesAndNoOtherQuotationMark() {
        assertThat(LogText.quoted("DN: \"a\"\n b")).isEqualTo("\"DN: \\u0022a\\u0022\\u000a b\"");
    }

    @ParameterizedTest
    @CsvSource({
        "urn:altinn:person:identifier-no:01909012345, urn:altinn:person:identifier-no:***",
        "URN:altinn:PERSON:identifier-no:01 90 90 12345, URN:altinn:PERSON:identifier-no:***",
        "urn:altinn:person:idporten-email:a@b.example, urn:altinn:person:idporten-email:***",
        "/person/01909012345, /person/***********",
        "https://h/019090-12345/x, https://h/************/x",
        "nin01909012345, nin***********",
        "'01909012345,02909012346', '***********,***********'",
        "/party/50000001, /party/50000001",
        "123456789012, 123456789012"
    })
    void aPersonsNumberIsNotShownAndNoOtherIsHidden(String text, String shown) {
        assertThat(LogText.word(text)).isEqualTo(shown);
    }

    @Property(tries = 300)
    void anyTextIsOneShortQuotationOnOneLine(@ForAll @StringLength(max = 700) String text) {
        assertThat(LogText.quoted(text))
                .hasSizeLessThanOrEqualTo(6 * 200 + 3)
                .matches("\"[^\"\\p{Cntrl}\\p{Zl}\\p{Zp}]*\"")
                .doesNotContainPattern("\\\\(?!u[0-9a-f]{4})");
    }

    @Test
    void aLongTextIsCutAndTheCutShowsNoPartOfAPersonsNumber() {
        assertThat(LogText.word("x".repeat(1_000_000))).isEqualTo("x".repeat(200) + "…");
        assertThat(LogText.word("x".repeat(200))).isEqualTo("x".repeat(200));
        assertThat(LogText.word("x".repeat(195) + "01909012345"))
                .isEqualTo("x".repeat(195) + "*****…");
        assertThat(LogText.word("01909012345,".repeat(1_000)))
                .isEqualTo("***********,".repeat(16) + "********…");
    }
}
