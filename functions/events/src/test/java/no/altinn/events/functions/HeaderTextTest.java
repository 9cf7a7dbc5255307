package no.altinn.events.functions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTextTest {
    @ParameterizedTest
    @CsvSource({
        "/party/1, /party/1",
        "urn:a:b?c=d&e+f, urn:a:b?c=d&e+f",
        "a b, a%20b",
        "blåbær, bl%C3%A5b%C3%A6r",
        "😀, %F0%9F%98%80",
        "'', ''"
    })
    void onlyPrintableAsciiStandsAsItIs(String text, String header) {
        assertThat(HeaderText.of(text)).isEqualTo(header);
    }

    @ParameterizedTest
    @CsvSource({"10, %0A", "13, %0D", "0, %00", "127, %7F", "133, %C2%85", "8232, %E2%80%A8"})
    void noCharacterEndsTheHeader(int codePoint, String header) {
        assertThat(HeaderText.of(Character.toString(codePoint))).isEqualTo(header);
    }
}
