package no.altinn.platform.pdp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;

import java.util.List;

final class RequestJsonTest {
    private static JsonNode write(DecisionRequest... requests) {
        return Json.parse(RequestJson.write(List.of(requests))).path("request");
    }

    @Test
    void oneRequestIsSentWithoutReferences() {
        JsonNode request = write(Requests.read(1, 50, "e1"));

        assertThat(request.has("multiRequests")).isFalse();
        assertThat(request.at("/accessSubject/0/id").isMissingNode()).isTrue();
        assertThat(request.at("/accessSubject/0/categoryId").asText())
                .isEqualTo("urn:oasis:names:tc:xacml:1.0:subject-category:access-subject");
        assertThat(request.at("/action/0/categoryId").asText())
                .isEqualTo("urn:oasis:names:tc:xacml:3.0:attribute-category:action");
        assertThat(request.at("/resource/0/categoryId").asText())
                .isEqualTo("urn:oasis:names:tc:xacml:3.0:attribute-category:resource");
    }

    @Test
    void anAttributeHasItsFiveMembers() {
        JsonNode attribute = write(Requests.read(1, 50, "e1")).at("/resource/0/attribute/1");

        assertThat(attribute)
                .isEqualTo(
                        Json.object()
                                .put("attributeId", "urn:altinn:event-id")
                                .put("value", "e1")
                                .put("issuer", "Altinn")
                                .put("dataType", "string")
                                .put("includeInResult", true));
    }

    @Test
    void anIntegerNamesItsType() {
        DecisionRequest request =
                new DecisionRequest(
                        List.of(Attribute.of(AttributeId.PARTY_ID, "1").integer()),
                        DecisionRequest.action("read"),
                        List.of());

        assertThat(write(request).at("/accessSubject/0/attribute/0/dataType").asText())
                .isEqualTo("http://www.w3.org/2001/XMLSchema#integer");
    }

    @Test
    void equalCategoriesAreWrittenOnce() {
        JsonNode request =
                write(
                        Requests.read(1, 50, "e1"),
                        Requests.read(1, 50, "e2"),
                        Requests.read(2, 50, "e1"));

        assertThat(request.path("accessSubject").findValuesAsText("id"))
                .containsExactly("s1", "s2");
        assertThat(request.path("action").findValuesAsText("id")).containsExactly("a1");
        assertThat(request.path("resource").findValuesAsText("id")).containsExactly("r1", "r2");
        assertThat(request.at("/multiRequests/requestReference").toString())
                .isEqualTo(
                        "[{\"referenceId\":[\"s1\",\"a1\",\"r1\"]},"
                                + "{\"referenceId\":[\"s1\",\"a1\",\"r2\"]},"
                                + "{\"referenceId\":[\"s2\",\"a1\",\"r1\"]}]");
    }
}
