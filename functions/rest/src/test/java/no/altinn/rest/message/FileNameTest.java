package no.altinn.rest.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "Søknad om båtplass.pdf",
                "\u05d0\u05d1.txt",
                "\ud83d\ude00.png",
                "a\u200db"
            })
    void namesOfAllLanguagesAreTaken(String name) {
        assertThatCode(() -> FileName.check(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a/b", "a\\b", "a\nb", "a\u0000", "\u0085", "\ud800", "a\u2028b"})
    void aNameIsOneLineAndNoPath(String name) {
        assertThatThrownBy(() -> FileName.check(name))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessage(
                        "A FileName has 1 to 200 characters, no slashes, no control characters and"
                                + " none that turn the direction of text");
    }

    @ParameterizedTest
    @ValueSource(
            chars = {
                '\u061c', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e',
                '\u2066', '\u2067', '\u2068', '\u2069'
            })
    void aNameShowsWhatItIs(char turning) {
        assertThatThrownBy(() -> FileName.check("kvittering" + turning + "fdp.exe"))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("direction");
    }

    @Test
    void aNameHasABound() {
        assertThatCode(() -> FileName.check("x".repeat(200))).doesNotThrowAnyException();
        assertThatThrownBy(() -> FileName.check("x".repeat(201)))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void aBrowserIsToldOfNothingThatItWouldRun() {
        assertThat(FileName.mediaType("a.HTML")).isEqualTo("application/octet-stream");
        assertThat(FileName.mediaType("a.PDF")).isEqualTo("application/pdf");
        assertThat(FileName.mediaType("a")).isEqualTo("application/octet-stream");
        assertThat(FileName.stem("a.b.pdf")).isEqualTo("a.b");
        assertThat(FileName.stem(".pdf")).isEqualTo(".pdf");
    }
}
