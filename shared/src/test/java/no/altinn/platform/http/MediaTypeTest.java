package no.altinn.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaTypeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                " application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/json; charset=us-ascii; version=1",
                "application/json;"
            })
    void caseAndHarmlessParametersAreLeftOut(String header) {
        assertThat(MediaType.parse(header)).contains(MediaType.JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "json",
                "application/",
                "application/json, text/plain",
                "application/json; charset=utf-16",
                "application/json; charset=iso-8859-1"
            })
    void theMalformedAndOtherCharsetsAreRefused(String header) {
        assertThat(MediaType.parse(header)).isEmpty();
    }

    @Test
    void anEndlessHeaderIsRefusedUnread() {
        assertThat(MediaType.parse("application/json" + ";a=b".repeat(500))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Text/XML; charset=iso-8859-1",
                "a/b;c=\"d \\\" ; e\"",
                "a/b;c=\"\"",
                "a/b ; c=d",
                "a/b;"
            })
    void aTypeMayHaveAnyParameters(String text) {
        assertThat(MediaType.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "json",
                "a/",
                "/b",
                "a/b/c",
                "a b/c",
                "a/b;c",
                "a/b;=d",
                "a/b;c=\"",
                "a/b;c=\"\\\"",
                "a/b, c/d",
                " a/b",
                "a/b "
            })
    void anythingElseIsNone(String text) {
        assertThat(MediaType.isWellFormed(text)).isFalse();
    }

    @Test
    void aLongOneCostsNoStack() {
        assertThat(MediaType.isWellFormed("a/b" + ";".repeat(1 << 20))).isTrue();
        assertThat(MediaType.isWellFormed("a/b" + "; c=d".repeat(1 << 18))).isTrue();
        assertThat(MediaType.isWellFormed("a/b;c=\"" + "\\x".repeat(1 << 20) + "\"")).isTrue();
        assertThat(MediaType.isWellFormed("a/b;c=\"" + "\\x".repeat(1 << 20))).isFalse();
    }

    @Test
    void structuredSuffixesAreJson() {
        assertThat(new MediaType("application/cloudevents+json").isJson()).isTrue();
        assertThat(new MediaType("text/json").isJson()).isTrue();
        assertThat(new MediaType("text/plain").isJson()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/cloudevents+json",
                "Application/VND.x+JSON; charset=UTF-8",
                "application/a+b+json"
            })
    void jsonOfAnyVocabularyIsJsonOfAnApplication(String header) {
        assertThat(MediaType.parse(header)).matches(type -> type.orElseThrow().isApplicationJson());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/json",
                "image/x+json",
                "application/jsonl",
                "application/+json",
                "application/json+xml",
                "application/x-json",
                "application/octet-stream"
            })
    void nothingElseIs(String header) {
        assertThat(MediaType.parse(header))
                .matches(type -> !type.orElseThrow().isApplicationJson());
    }
}
