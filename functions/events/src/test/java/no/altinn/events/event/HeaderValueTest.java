package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

class HeaderValueTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // HTTP binding 1.0.2 §3.1.3.2, its example.
                "Euro%20%E2%82%AC%20%F0%9F%98%80 | Euro € 😀",
                "Euro%20%e2%82%ac%20%f0%9F%98%80 | Euro € 😀",
                // What it lets older senders write.
                "\"urn:a:b\" | urn:a:b",
                "\"a b\" | a b",
                "\"a\\\"b\" | a\"b",
                "\"a\\\\b\" | a\\b",
                "\"a\" b \"c\" | a b c",
                "\"a%20b\" | a b",
                "\"\" | ``",
                "a\\b | a\\b",
                // One round only, and nothing of a form's.
                "%2541 | %41",
                "%22a%22 | \"a\"",
                "1+1 | 1+1",
                "%30%31 | 01",
                "a b | a b"
            })
    void itIsUnquotedAndThenDecodedOnce(String value, String text) {
        assertThat(HeaderValue.decode(value)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // HTTP binding 1.0.2 §3.1.3.2, its example of what must be rejected.
                "%C0%A0",
                // Other bytes that are no UTF-8.
                "%FF",
                "%FE",
                "%82",
                "%E2",
                "%E2x",
                "%E2%E2",
                "%E2%82",
                "%ED%A0%80",
                "%ED%B0%80",
                "%ED%A0%80%ED%B0%80",
                "%F4%90%80%80",
                "%F5%80%80%80",
                // Escapes that are none.
                "%",
                "%2",
                "%zz",
                "%0g",
                "%-1",
                "%+1",
                "% 1",
                "%%20",
                // Quoted strings without an end.
                "\"",
                "\"a",
                "a\"",
                "\"a\\",
                "\"a\\\"",
                // Characters that no header should hold as they are.
                "blåbær",
                "é",
                "\uFFFD"
            })
    void whatIsNoTextIsRefused(String value) {
        assertThat(HeaderValue.decode(value)).isEmpty();
    }

    @Property(tries = 300)
    void whatTheBindingEncodesIsReadAgain(@ForAll String any) {
        String text = AttributeText.wellFormed(any);

        assertThat(HeaderValue.decode(encoded(text))).contains(text);
        assertThat(HeaderValue.decode("\"" + encoded(text) + "\"")).contains(text);
    }

    private static String encoded(String text) {
        StringBuilder value = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = octet > ' ' && octet < 0x7F && octet != '"' && octet != '%';
            // A backslash would begin an escape in a quoted string.
            value.append(
                    isPlain && octet != '\\'
                            ? Character.toString(octet)
                            : "%%%02X".formatted(octet));
        }
        return value.toString();
    }
}
