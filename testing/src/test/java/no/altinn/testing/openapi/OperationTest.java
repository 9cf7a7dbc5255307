package no.altinn.testing.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

class OperationTest {
    private static final String PROBLEM = "application/problem+json";

    private final ApiDocument document =
            ApiDocument.of(
                    """
                    {"openapi": "3.1.0", "servers": [{"url": "/things/api/v1"}],
                     "paths": {
                      "/things/{id}": {
                       "parameters": [{"$ref": "#/components/parameters/Id"}],
                       "get": {"operationId": "GetThing", "responses": {
                        "200": {"headers": {"ETag": {"required": true, "schema": {"pattern": "^\\"x\\"$"}},
                                            "Age": {"schema": {"type": "string"}}},
                                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                        "404": {"$ref": "#/components/responses/NotFound"}}}},
                      "/things/all": {"delete": {"operationId": "RemoveAll", "responses": {"204": {}}},
                                      "get": {"operationId": "GetAll", "responses": {"204": {}}}}},
                     "components": {
                      "parameters": {"Id": {"name": "id", "in": "path"}},
                      "schemas": {
                       "Thing": {"type": "object", "required": ["id"], "properties": {
                         "id": {"type": "integer", "examples": [1]},
                         "made": {"type": "string", "format": "date-time"},
                         "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}}},
                      "responses": {
                       "NotFound": {"x-problem-on-request": true,
                                    "content": {"application/problem+json": {"schema": {"type": "object"}}}}}}}
                    """);

    private void hold(
            boolean asksForProblems, int status, Map<String, List<String>> headers, String body) {
        document.find("GET", "/things/api/v1/things/1")
                .orElseThrow()
                .hold(new RealAnswer(asksForProblems, status, headers, body));
    }

    private void holdThing(String body) {
        hold(
                false,
                200,
                Map.of("etag", List.of("\"x\""), "Content-Type", List.of("application/json")),
                body);
    }

    private static void assertFault(Runnable held, String told) {
        assertThatThrownBy(held::run).isInstanceOf(AssertionError.class).hasMessageContaining(told);
    }

    @Test
    void anAnswerAsItIsDocumentedIsFound() {
        Operation operation = document.operation("GetThing");

        assertThat(
                        operation.hold(
                                new RealAnswer(
                                        false,
                                        200,
                                        Map.of(
                                                "etag",
                                                List.of("\"x\""),
                                                "age",
                                                List.of("1"),
                                                "content-type",
                                                List.of("application/json; charset=utf-8")),
                                        "{\"id\":1,\"made\":\"2026-01-02T03:04:05Z\",\"parts\":[{\"id\":2}]}")))
                .isEqualTo(new DocumentedAnswer("GetThing", 200, "application/json"));
        assertThat(document.answers())
                .containsExactly(
                        new DocumentedAnswer("GetAll", 204, ""),
                        new DocumentedAnswer("GetThing", 200, "application/json"),
                        new DocumentedAnswer("GetThing", 404, ""),
                        new DocumentedAnswer("GetThing", 404, PROBLEM),
                        new DocumentedAnswer("RemoveAll", 204, ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                         | id",
                "{\"id\":\"1\"}             | integer",
                "{\"id\":1,\"more\":1}      | more",
                "{\"id\":1,\"made\":\"x\"}  | date-time",
                "{\"id\":1,\"parts\":[{}]}  | parts",
                "[]                         | object"
            })
    void aBodyOfAnotherFormIsNone(String body, String told) {
        assertFault(() -> holdThing(body), told);
    }

    @Test
    void anotherStatusMediaTypeHeaderOrBodyIsNone() {
        Map<String, List<String>> tag = Map.of("ETag", List.of("\"x\""));
        Map<String, List<String>> problem = Map.of("Content-Type", List.of(PROBLEM));

        assertFault(() -> hold(false, 400, Map.of(), ""), "the status is not documented");
        assertFault(() -> hold(false, 200, tag, ""), "the body is missing");
        assertFault(() -> hold(false, 200, Map.of(), ""), "header ETag is missing");
        assertFault(() -> hold(false, 200, Map.of("ETag", List.of("y")), ""), "header ETag");
        assertFault(
                () -> hold(false, 404, Map.of("X-More", List.of("1")), ""),
                "header X-More is not documented");
        assertFault(() -> hold(true, 404, Map.of(), ""), "the body is missing");
        assertFault(() -> hold(false, 404, problem, "{}"), "problem details");
        assertFault(
                () -> hold(true, 404, Map.of("Content-Type", List.of("text/plain")), "x"),
                "the media type text/plain is not documented");
    }

    @Test
    void aPathIsFoundInAnyCaseWithSlashesToSpareAndTextsBeforeNames() {
        assertThat(document.find("GET", "/Things//api/v1/things/1/"))
                .map(Operation::id)
                .contains("GetThing");
        assertThat(document.find("GET", "/things/api/v1/things/ALL"))
                .map(Operation::id)
                .contains("GetAll");
        assertThat(document.find("PUT", "/things/api/v1/things/1")).isEmpty();
        assertThat(document.find("GET", "//things/api/v1/things/1")).isEmpty();
        assertThat(document.find("GET", "/things/api/v1")).isEmpty();
    }

    @Test
    void parametersAreThoseOfTheOperationAndOfItsPath() {
        assertThat(document.operation("GetThing").parameters())
                .extracting(parameter -> parameter.get("name").asText())
                .containsExactly("id");
    }

    @Test
    void anExampleThatBreaksItsSchemaIsTold() {
        assertThat(document.faultsOfExamples()).isEmpty();
        String broken =
                document.root().toString().replace("\"examples\":[1]", "\"examples\":[\"1\"]");

        assertThat(ApiDocument.of(broken).faultsOfExamples())
                .singleElement()
                .asString()
                .contains("/components/schemas/Thing/properties/id");
    }
}
