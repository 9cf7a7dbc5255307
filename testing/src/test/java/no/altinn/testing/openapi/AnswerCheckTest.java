package no.altinn.testing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

class AnswerCheckTest {
    private static final String DOCUMENT =
            """
            {"openapi": "3.1.0", "info": {"title": "Boats", "version": "1"},
             "paths": {
               "/boats/{id}": {
                 "get": {"operationId": "getBoat",
                   "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
                   "responses": {
                   "200": {"description": "A boat.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Boat"}}}},
                   "204": {"description": "No boat."},
                   "404": {"$ref": "#/components/responses/Missing"}}}},
               "/boats/mine": {"get": {"operationId": "getMine", "responses": {"204": {"description": "None."}}}}},
             "components": {
               "responses": {"Missing": {"description": "None.", "content": {"*/*": {}}}},
               "schemas": {"Boat": {"type": "object", "required": ["name"], "additionalProperties": false,
                 "properties": {"name": {"type": "string"}, "length": {"type": "integer"}}}}}}
            """;

    private final OpenApiDocument document = OpenApiDocument.parse(DOCUMENT);
    private final AnswerCheck check = new AnswerCheck(document, Map.of());

    private static ObservedAnswer json(int status, String body) {
        return new ObservedAnswer("GET /boats/{id}", status, "application/json; charset=utf-8", body);
    }

    @Test
    void anAnswerAsDocumentedHasNoFault() {
        assertThat(check.faults(json(200, "{\"name\":\"Fram\",\"length\":39}"))).isEmpty();
        assertThat(check.faults(new ObservedAnswer("GET /boats/{id}", 204, "", ""))).isEmpty();
        assertThat(check.faults(new ObservedAnswer("GET /boats/{id}", 404, "text/plain", "No")))
                .isEmpty();
    }

    @Test
    void aMemberTooManyAMissingOneAndOneOfAnotherTypeAreFaults() {
        assertThat(check.faults(json(200, "{\"name\":\"Fram\",\"colour\":\"red\"}"))).hasSize(1);
        assertThat(check.faults(json(200, "{}"))).hasSize(1);
        assertThat(check.faults(json(200, "{\"name\":\"Fram\",\"length\":\"long\"}"))).hasSize(1);
        assertThat(check.faults(json(200, "no JSON"))).hasSize(1);
    }

    @Test
    void aStatusAMediaTypeAndABodyThatAreNotDocumentedAreFaults() {
        assertThat(check.faults(json(500, "{}"))).hasSize(1);
        assertThat(check.faults(json(204, "{}"))).hasSize(1);
        assertThat(check.faults(new ObservedAnswer("GET /boats/{id}", 200, "text/html", "<p>")))
                .hasSize(1);
        assertThat(check.faults(new ObservedAnswer("GET /boats/{id}", 200, "", ""))).hasSize(1);
    }

    @Test
    void aRequestIsForTheOperationThatSaysMostOfIt() {
        assertThat(document.find("GET", "/boats/1")).hasValue("GET /boats/{id}");
        assertThat(document.find("GET", "/Boats/mine/")).hasValue("GET /boats/mine");
        assertThat(document.find("POST", "/boats/1")).isEmpty();
        assertThat(document.find("GET", "/boats")).isEmpty();
    }

    @Test
    void everyAnswerHasAName() {
        assertThat(document.answers())
                .containsExactly(
                        "GET /boats/{id} 200",
                        "GET /boats/{id} 204",
                        "GET /boats/{id} 404",
                        "GET /boats/mine 204");
    }

    @Test
    void aDocumentIsValidOrItIsToldWhatIsWrong() {
        assertThat(OpenApiValidity.faults(DOCUMENT)).isEmpty();
        assertThat(OpenApiValidity.faults(DOCUMENT.replace("schemas/Boat\"", "schemas/Ship\"")))
                .contains("There is no #/components/schemas/Ship");
        assertThat(OpenApiValidity.faults(DOCUMENT.replace("\"getMine\"", "\"getBoat\"")))
                .contains("GET /boats/mine has no operationId of its own");
        assertThat(OpenApiValidity.faults(DOCUMENT.replace("\"description\": \"A boat.\", ", "")))
                .isNotEmpty();
        assertThat(OpenApiValidity.faults(DOCUMENT.replace("3.1.0", "3.0.3")))
                .contains("It is no OpenAPI 3.1");
    }
}
