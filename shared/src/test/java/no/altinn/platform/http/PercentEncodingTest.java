package no.altinn.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

final class PercentEncodingTest {
    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "a+b, a+b",
        "%41%6a, Aj",
        "%E2%82%AC, €",
        "%f0%9F%98%80, 😀",
        "%EF%BF%BD, \uFFFD",
        "%2541, %41",
        "å%C3%A5, åå"
    })
    void aTextIsDecodedOnce(String encoded, String text) {
        assertThat(PercentEncoding.decode(encoded)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%4",
                "a%",
                "%zz",
                "%+1",
                "%-1",
                "%０１",
                "%FF",
                "%FE",
                "%80",
                "%C0%A0",
                "%C3",
                "%C3x",
                "%E2%82",
                "%ED%A0%80",
                "%F4%90%80%80",
                "\uD800",
                "a\uDC00b"
            })
    void whatIsNoUtf8IsNoText(String encoded) {
        assertThat(PercentEncoding.decode(encoded)).isEmpty();
    }

    @Property(tries = 300)
    void everyByteMayBeEncoded(@ForAll String any) {
        // Half a surrogate pair has no UTF-8 form.
        String text = any.replaceAll("\\p{Cs}", "x");
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02x".formatted(octet));
        }

        assertThat(PercentEncoding.decode(encoded.toString())).contains(text);
    }
}
