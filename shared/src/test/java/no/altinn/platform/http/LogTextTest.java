package no.altinn.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTextTest {
    @Test
    void plainTextStaysAsItIs() {
        assertThat(LogText.of("The token lacks the scope 'a:b.c'."))
                .isEqualTo("The token lacks the scope 'a:b.c'.");
    }

    @Test
    void nothingThatCouldEndTheLineOrTheQuotationIsLeft() {
        assertThat(LogText.of("a\r\nb\t\"c\" \\ \u2028 å \u001b[31m"))
                .isEqualTo(
                        "a\\u000d\\u000ab\\u0009\\u0022c\\u0022 \\u005c \\u2028 \\u00e5"
                                + " \\u001b[31m");
    }

    @ParameterizedTest
    @CsvSource({
        "/person/01909012345, /person/***********",
        "'01909012345 and 02909012346', '*********** and ***********'",
        "/party/50000001, /party/50000001",
        "123456789012, 123456789012"
    })
    void elevenDigitsMayBeAPersonAndAreHidden(String text, String logged) {
        assertThat(LogText.of(text)).isEqualTo(logged);
    }

    @Test
    void aLongTextIsCut() {
        assertThat(LogText.of("a".repeat(1_000_000))).isEqualTo("a".repeat(300) + "...");
        assertThat(LogText.of("å".repeat(300))).hasSize(303).endsWith("...");
    }

    @Property(tries = 300)
    void anyTextIsOneShortLineOfPrintableCharacters(@ForAll @StringLength(max = 700) String text) {
        assertThat(LogText.of(text)).hasSizeLessThanOrEqualTo(303).matches("[ -~&&[^\"]]*");
    }
}
