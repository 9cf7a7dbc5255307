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
