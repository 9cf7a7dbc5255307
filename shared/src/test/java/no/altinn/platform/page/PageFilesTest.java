package no.altinn.platform.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Request;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.List;
import java.util.Map;

class PageFilesTest {
    private final PageFiles files =
            PageFiles.withShared(
                    List.of(PageFile.of("own.js", "// Å"), PageFile.of("a.json", "{}")));

    private static Request request(Map<String, String> headers) {
        return new Request("GET", URI.create("https://platform.example/page"), headers, "");
    }

    private Answer answer(String name) {
        return files.answer(name, request(Map.of())).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "page.css, text/css",
        "dom.js, text/javascript",
        "icon.svg, image/svg+xml",
        "own.js, text/javascript",
        "a.json, application/json"
    })
    void aFileIsSentAsWhatItIs(String name, String type) {
        assertThat(answer(name).status()).isEqualTo(200);
        assertThat(answer(name).headers())
                .containsEntry("Content-Type", type)
                .containsEntry("Cache-Control", "no-cache")
                .containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(answer(name).body()).isNotEmpty();
    }

    @Test
    void aClientThatHasTheFileIsToldSo() {
        String tag = answer("own.js").headers().get("ETag");

        Answer again =
                files.answer("own.js", request(Map.of("If-None-Match", "\"x\", " + tag)))
                        .orElseThrow();

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers()).containsEntry("ETag", tag).doesNotContainKey("Content-Type");
    }

    @Test
    void anotherContentHasAnotherTag() {
        Answer other =
                PageFiles.withShared(List.of(PageFile.of("own.js", "// B")))
                        .answer("own.js", request(Map.of()))
                        .orElseThrow();

        assertThat(other.headers().get("ETag"))
                .isNotEqualTo(answer("own.js").headers().get("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OWN.JS", "own.js/", "../page/dom.js", "PageFiles.class", "own"})
    void noOtherNameIsAFile(String name) {
        assertThat(files.answer(name, request(Map.of()))).isEmpty();
    }

    @Test
    void whatIsThereIsTold() {
        assertThat(files.names())
                .containsExactlyInAnyOrder("own.js", "a.json", "page.css", "dom.js", "icon.svg");
    }

    @Test
    void aFileThatTheJarLacksIsAFaultOfTheProgram() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PageFile.beside(PageFilesTest.class, "missing.js"))
                .withMessageContaining("missing.js");
        assertThatIllegalStateException()
                .isThrownBy(() -> PageFile.of("photo.jpeg", ""))
                .withMessageContaining("photo.jpeg");
    }
}
