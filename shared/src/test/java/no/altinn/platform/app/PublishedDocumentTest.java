package no.altinn.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.http.Answer;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Map;

class PublishedDocumentTest {
    private static final URI API = URI.create("https://platform.example/things/api/v1");

    private final PublishedDocument document =
            PublishedDocument.ofOpenApi(PublishedDocumentTest.class, "document.json", API);

    private static Request request(Map<String, String> headers) {
        return new Request("GET", URI.create("https://other.example/openapi.json"), headers, "");
    }

    private Answer answer() {
        return document.answer(request(Map.of()));
    }

    @Test
    void anOpenApiDocumentNamesThisServerAndKeepsTheRest() {
        assertThat(answer().status()).isEqualTo(200);
        assertThat(answer().headers()).containsEntry("Content-Type", "application/json");
        assertThat(Json.parse(answer().body()))
                .isEqualTo(
                        Json.parse(
                                """
                                {"openapi":"3.1.0","servers":[{"url":"%s","description":"Here."}],\
                                "paths":{},"x-example":"https://platform.example/things/1"}"""
                                        .formatted(API)));
    }

    @Test
    void anotherDocumentIsGivenAsItIsButForTheAddressesOfItsExamples() {
        Answer answer =
                PublishedDocument.of(PublishedDocumentTest.class, "document.json", API)
                        .answer(request(Map.of()));

        assertThat(Json.parse(answer.body()).at("/servers/0/url").asText())
                .isEqualTo("/things/api/v1");
        assertThat(Json.parse(answer.body()).path("x-example").asText())
                .isEqualTo("https://platform.example/things/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"x\", %s", "*"})
    void aClientThatHasItIsToldSoWithoutTheDocument(String list) {
        String tag = answer().headers().get("ETag");

        Answer again = document.answer(request(Map.of("If-None-Match", list.formatted(tag))));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers())
                .containsOnly(
                        Map.entry("ETag", tag), Map.entry("Cache-Control", "public, max-age=300"));
    }

    @Test
    void aClientThatHasAnotherGetsThisOne() {
        assertThat(document.answer(request(Map.of("If-None-Match", "\"x\""))).status())
                .isEqualTo(200);
    }

    @Test
    void anotherServerIsAnotherVersion() {
        PublishedDocument elsewhere =
                PublishedDocument.ofOpenApi(
                        PublishedDocumentTest.class, "document.json", API.resolve("/elsewhere"));

        assertThat(elsewhere.answer(request(Map.of())).headers().get("ETag"))
                .isNotEqualTo(answer().headers().get("ETag"));
    }

    @Test
    void itIsReadOnce() {
        assertThat(answer()).isSameAs(answer());
    }

    @Test
    void aDocumentThatIsNotThereIsNamed() {
        PublishedDocument missing =
                PublishedDocument.of(PublishedDocumentTest.class, "nowhere.json", API);

        assertThatThrownBy(() -> missing.answer(request(Map.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nowhere.json");
    }
}
