package no.altinn.testing.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.LongNode;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ApiDocumentTest {
    private static final String JSON = "application/json; charset=utf-8";

    private static final String DOCUMENT =
            """
            {"openapi": "3.1.0", "info": {"title": "Boats", "version": "1"},
             "servers": [{"url": "http://localhost/api"}],
             "paths": {
               "/boats/{id}": {
                 "get": {"operationId": "getBoat",
                   "responses": {
                   "200": {"description": "A boat.",
                     "headers": {"ETag": {"schema": {"type": "string"}}},
                     "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Boat"},
                       "example": {"name": "Fram"}}}},
                   "204": {"description": "No boat."},
                   "404": {"$ref": "#/components/responses/Missing"},
                   "416": {"description": "Its length.", "content": {"text/length": {
                     "schema": {"type": "integer", "maximum": 100}, "example": "39 m"}}}}}},
               "/boats/mine": {"get": {"operationId": "getMine", "responses": {"204": {"description": "None."}}}}},
             "components": {
               "responses": {"Missing": {"description": "None.", "content": {"*/*": {"schema": {"type": "string"}}}}},
               "schemas": {"Boat": {"type": "object", "required": ["name"],
                 "properties": {"name": {"type": "string"}, "length": {"type": "integer"}}}}}}
            """;

    private final ApiDocument document = document(DOCUMENT);

    private static ApiDocument document(String json) {
        return ApiDocument.of(json, Map.of("text/length", (body, schema) -> metres(body)));
    }

    private static LongNode metres(String body) {
        if (!body.matches("[0-9]{1,9} m")) {
            throw new IllegalArgumentException("It has no metres");
        }
        return LongNode.valueOf(Long.parseLong(body.replace(" m", "")));
    }

    private DocumentedAnswer hold(int status, String type, String body) {
        Map<String, List<String>> headers =
                type.isEmpty() ? Map.of() : Map.of("Content-Type", List.of(type));
        return document.operation("getBoat").hold(new RealAnswer(false, status, headers, body));
    }

    private void isRefused(int status, String type, String body, String reason) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> hold(status, type, body))
                .withMessageContaining(reason);
    }

    @Test
    void anAnswerAsDocumentedIsThatOne() {
        assertThat(hold(200, JSON, "{\"name\":\"Fram\",\"length\":39}"))
                .isEqualTo(new DocumentedAnswer("getBoat", 200, "application/json"));
        assertThat(hold(204, "", "")).isEqualTo(new DocumentedAnswer("getBoat", 204, ""));
    }

    @Test
    void aMemberTooManyAMissingOneAndOneOfAnotherTypeAreRefused() {
        isRefused(200, JSON, "{\"name\":\"Fram\",\"colour\":\"red\"}", "colour");
        isRefused(200, JSON, "{}", "name");
        isRefused(200, JSON, "{\"name\":\"Fram\",\"length\":\"long\"}", "length");
        isRefused(200, JSON, "no JSON", "No JSON");
    }

    @Test
    void aStatusAMediaTypeABodyAndAHeaderThatAreNotDocumentedAreRefused() {
        isRefused(500, JSON, "{}", "status");
        isRefused(204, JSON, "{}", "application/json");
        isRefused(200, "text/html", "<p>", "text/html");
        isRefused(200, "", "", "missing");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () ->
                                document.operation("getBoat")
                                        .hold(
                                                new RealAnswer(
                                                        false,
                                                        204,
                                                        Map.of("Location", List.of("/")),
                                                        "")))
                .withMessageContaining("Location");
    }

    @Test
    void anyMediaTypeMayBeDocumentedAtOnce() {
        assertThat(hold(404, "text/plain", "No"))
                .isEqualTo(new DocumentedAnswer("getBoat", 404, "*/*"));
    }

    @Test
    void aBodyThatIsNoJsonIsHeldByWhatItStandsFor() {
        assertThat(hold(416, "text/length", "39 m").status()).isEqualTo(416);
        isRefused(416, "text/length", "390 m", "100");
        isRefused(416, "text/length", "long", "It has no metres");
    }

    @Test
    void examplesAreHeldByTheSchemasBesideThem() {
        assertThat(document.faultsOfExamples()).isEmpty();
        assertThat(document(DOCUMENT.replace("\"39 m\"", "\"long\"")).faultsOfExamples())
                .hasSize(1);
        assertThat(document(DOCUMENT.replace("{\"name\": \"Fram\"}", "{}")).faultsOfExamples())
                .hasSize(1);
    }

    @Test
    void aRequestIsForTheOperationThatSaysMostOfIt() {
        assertThat(document.find("GET", "/api/boats/1").orElseThrow().id()).isEqualTo("getBoat");
        assertThat(document.find("GET", "/api/Boats/mine/").orElseThrow().id())
                .isEqualTo("getMine");
        assertThat(document.find("POST", "/api/boats/1")).isEmpty();
        assertThat(document.find("GET", "/boats/1")).isEmpty();
    }
}
