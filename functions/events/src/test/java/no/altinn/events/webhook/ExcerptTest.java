package no.altinn.events.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.util.Arrays;

class ExcerptTest {
    private static final String PLAIN = "text/plain; charset=utf-8";
    private static final String HIDDEN = "***********";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/html; charset=utf-8",
                "TEXT/HTML",
                " application/json ",
                "application/json;charset=utf-8",
                "application/problem+json",
                "application/vnd.ttd.error+json; v=1",
                "application/xml",
                "application/soap+xml",
                "application/x-www-form-urlencoded",
                "application/yaml"
            })
    void textIsKept(String type) {
        assertThat(of(type, "down")).isEqualTo(new Excerpt(type, "down", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image/png",
                "application/octet-stream",
                "application/pdf",
                "multipart/form-data; boundary=text/plain",
                "application/zip; name=\"text/plain\"",
                "texts/plain",
                "text",
                "json",
                ";",
                ""
            })
    void anythingElseIsNotThoughItsTypeIsTold(String type) {
        assertThat(of(type, "down")).isEqualTo(new Excerpt(type, "", false));
    }

    @Test
    void anAnswerWithoutBodyAndTypeSaysNothing() {
        assertThat(Excerpt.of("", "", new byte[0], true)).isEmpty();
        assertThat(Excerpt.of("text/plain", "", new byte[0], true))
                .contains(new Excerpt("text/plain", "", false));
    }

    @ParameterizedTest
    @CsvSource({"'', down", "identity, down", "Identity, down", "gzip, ''", "br, ''", "x, ''"})
    void aCompressedTextIsNoText(String encoding, String text) {
        assertThat(Excerpt.of("text/plain", encoding, bytes("down"), true).orElseThrow().text())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain, UTF-8",
        "text/plain; charset=ISO-8859-1, ISO-8859-1",
        "text/plain;format=flowed; Charset = \"iso-8859-1\", ISO-8859-1",
        "text/plain; charset='latin1', ISO-8859-1",
        "text/plain; charset=windows-1252, windows-1252",
        "text/plain; charset=utf-16be, UTF-16BE",
        "text/plain; charset=UTF-32LE, UTF-32LE",
        "text/plain; charset=no-such-charset, UTF-8",
        "text/plain; charset=, UTF-8",
        "text/plain; charset=../../etc/passwd, UTF-8",
        "text/plain; charset, UTF-8"
    })
    void theTypeSaysHowTheTextIsEncoded(String type, String charset) {
        byte[] body = "blåbær går ned".getBytes(Charset.forName(charset));

        assertThat(Excerpt.of(type, "", body, true).orElseThrow().text())
                .isEqualTo("blåbær går ned");
    }

    @Test
    void malformedBytesAreReplaced() {
        byte[] latin = "bl\u00e5b\u00e6r".getBytes(ISO_8859_1);

        assertThat(Excerpt.of(PLAIN, "", latin, true).orElseThrow().text())
                .isEqualTo("bl\uFFFDb\uFFFDr");
        assertThat(Excerpt.of("text/plain; charset=us-ascii", "", latin, true).orElseThrow().text())
                .isEqualTo("bl\uFFFDb\uFFFDr");
        // An encoded surrogate, and an overlong slash.
        byte[] forged = {'a', (byte) 0xed, (byte) 0xa0, (byte) 0x80, (byte) 0xc0, (byte) 0xaf};
        assertThat(Excerpt.of(PLAIN, "", forged, true).orElseThrow().text())
                .startsWith("a\uFFFD")
                .doesNotContain("/");
        assertThat(
                        Excerpt.of(
                                        "text/plain; charset=utf-16be",
                                        "",
                                        new byte[] {(byte) 0xd8, 0x3e, 0, 'a'},
                                        true)
                                .orElseThrow()
                                .text())
                .doesNotContain("\ud83e")
                .contains("\uFFFD");
    }

    @Test
    void controlCharactersAreReplacedButForTabsAndNewlines() {
        assertThat(text("a\tb\nc\rd\0e\u001bf\u007fg\u0085h\u009bi"))
                .isEqualTo("a\tb\nc\uFFFDd\uFFFDe\uFFFDf\uFFFDg\uFFFDh\uFFFDi");
    }

    @Test
    void markupIsKeptAsItIs() {
        assertThat(text("<script>alert(\"&\")</script>"))
                .isEqualTo("<script>alert(\"&\")</script>");
    }

    @ParameterizedTest
    @CsvSource({
        "01010112345, ***********",
        "no 01010112345., no ***********.",
        "a01010112345b, a***********b",
        "01010112345 02020212345, *********** ***********",
        "0101011234, 0101011234",
        "010101123456, 010101123456",
        "0101011234501010112345, 0101011234501010112345",
        "010101 12345, 010101 12345",
        "1.01010112345, 1.***********"
    })
    void elevenDigitsInARowAreHiddenAndNoOtherNumber(String said, String kept) {
        assertThat(text(said)).isEqualTo(kept);
    }

    @Test
    void aTextIsCutAt1024Bytes() {
        assertThat(of(PLAIN, "x".repeat(1_024)))
                .isEqualTo(new Excerpt(PLAIN, "x".repeat(1_024), false));
        assertThat(of(PLAIN, "x".repeat(1_025)))
                .isEqualTo(new Excerpt(PLAIN, "x".repeat(1_024), true));
        assertThat(of(PLAIN, "x".repeat(Excerpt.LOOKED_AT)))
                .isEqualTo(new Excerpt(PLAIN, "x".repeat(1_024), true));
    }

    /** Characters of one to four bytes, at every place that the cut may meet them. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00e5", "\u20ac", "\uFFFD", "\ud83e\uded0", "\u0000"})
    void aTextIsNotCutWithinACharacter(String character) {
        for (int before = 1_020; before <= 1_024; before++) {
            Excerpt excerpt = of(PLAIN, "y".repeat(before) + character.repeat(20));

            String shown = character.equals("\u0000") ? "\uFFFD" : character;
            int room = (1_024 - before) / bytes(shown).length;
            assertThat(excerpt.text()).isEqualTo("y".repeat(before) + shown.repeat(room));
            assertThat(excerpt.truncated()).isTrue();
        }
    }

    @Test
    void theBytesCountInUtf8HoweverTheTextIsEncoded() {
        byte[] latin = "\u00e5".repeat(1_000).getBytes(ISO_8859_1);
        byte[] wide = "x".repeat(1_024).getBytes(UTF_16BE);

        assertThat(Excerpt.of("text/plain; charset=latin1", "", latin, true))
                .contains(new Excerpt("text/plain; charset=latin1", "\u00e5".repeat(512), true));
        assertThat(Excerpt.of("text/plain; charset=utf-16be", "", wide, true))
                .contains(new Excerpt("text/plain; charset=utf-16be", "x".repeat(1_024), false));
    }

    /** The beginning of a number tells a birth date. */
    @Test
    void aNumberThatTheCutMeetsIsHidden() {
        for (int before = 1_012; before <= 1_024; before++) {
            String text = text("x".repeat(before) + "01010112345 and more");

            assertThat(text)
                    .isEqualTo(("x".repeat(before) + HIDDEN + " and more").substring(0, 1_024));
        }
    }

    @Test
    void theCutMakesNoElevenDigitsOfMore() {
        assertThat(text("x".repeat(1_013) + "0101011234567")).isEqualTo("x".repeat(1_013) + HIDDEN);
    }

    @Test
    void aTextThatBrokeOffIsTruncatedAndEndsWithAWholeCharacter() {
        byte[] body = bytes("ned \u00e5");
        byte[] broken = Arrays.copyOf(body, body.length - 1);

        assertThat(Excerpt.of(PLAIN, "", broken, false)).contains(new Excerpt(PLAIN, "ned ", true));
        assertThat(Excerpt.of(PLAIN, "", broken, true))
                .contains(new Excerpt(PLAIN, "ned \uFFFD", false));
    }

    @Test
    void aTypeIsAsHarmlessAsAText() {
        Excerpt excerpt = of("text/plain; a=\u001b01010112345;" + "x".repeat(100_000), "down");

        assertThat(excerpt.contentType())
                .startsWith("text/plain; a=\uFFFD" + HIDDEN + ";xxx")
                .satisfies(type -> assertThat(bytes(type)).hasSize(200));
        assertThat(excerpt.text()).isEqualTo("down");
    }

    private static String text(String said) {
        return of(PLAIN, said).text();
    }

    private static Excerpt of(String type, String said) {
        return Excerpt.of(type, "", bytes(said), true).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
