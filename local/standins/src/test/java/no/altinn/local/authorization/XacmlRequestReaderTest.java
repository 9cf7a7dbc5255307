package no.altinn.local.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.platform.json.MalformedJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class XacmlRequestReaderTest {
    private static final String TWO_RESOURCES =
            """
            {"request": {
              "accessSubject": {"id": "s1", "attribute": {"attributeId": "who", "value": 7}},
              "resource": [
                {"id": "r1", "attribute": [{"attributeId": "what", "value": "one"}]},
                {"id": "r2", "attribute": [{"attributeId": "what", "value": "two"}]}],
              "multiRequests": {"requestReference": [%s]}
            }}
            """;

    private static List<Question> read(String references) {
        return XacmlRequestReader.read(TWO_RESOURCES.formatted(references));
    }

    private static List<String> values(Question question, String category) {
        return question.attributes(category).map(XacmlAttribute::value).toList();
    }

    @Test
    void eachReferenceIsAQuestionOfItsOwnInTheOrderGiven() {
        List<Question> questions =
                read("{\"referenceId\": [\"s1\", \"r2\"]}, {\"referenceId\": [\"s1\", \"r1\"]}");

        assertThat(questions)
                .extracting(question -> values(question, XacmlCategory.RESOURCE))
                .containsExactly(List.of("two"), List.of("one"));
    }

    @Test
    void oneReferenceIsIgnoredSoThatAllCategoriesAreOneQuestion() {
        assertThat(read("{\"referenceId\": [\"s1\", \"r2\"]}"))
                .singleElement()
                .satisfies(
                        question ->
                                assertThat(values(question, XacmlCategory.RESOURCE))
                                        .containsExactly("one", "two"));
    }

    @Test
    void aSingleObjectStandsForAnArrayOfOne() {
        assertThat(values(read("").get(0), XacmlCategory.SUBJECT)).containsExactly("7");
    }

    @Test
    void numbersAreReadAsText() {
        assertThat(read("").get(0).value(XacmlCategory.SUBJECT, "who")).contains("7");
    }

    @Test
    void attributesKeepTheirTypeAndWhetherTheyAreIncluded() {
        String request =
                """
                {"request": {"resource": [{"attribute": [
                  {"attributeId": "a", "value": "1", "dataType": "int", "includeInResult": true},
                  {"attributeId": "b", "value": ""}]}]}}
                """;

        assertThat(XacmlRequestReader.read(request).get(0).attributes(XacmlCategory.RESOURCE))
                .containsExactly(
                        new XacmlAttribute("a", "1", "int", true),
                        new XacmlAttribute("b", "", "", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"request\"", "{\"requests\":{}}", "{\"request\":[]}"})
    void jsonThatIsNoRequestIsRefused(String body) {
        assertThatExceptionOfType(MalformedRequest.class)
                .isThrownBy(() -> XacmlRequestReader.read(body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"value\": 1}", "{\"attributeId\": null, \"value\": 1}", "1"})
    void anAttributeWithoutIdIsRefused(String attribute) {
        String body = "{\"request\":{\"action\":[{\"attribute\":[%s]}]}}".formatted(attribute);

        assertThatExceptionOfType(MalformedRequest.class)
                .isThrownBy(() -> XacmlRequestReader.read(body))
                .withMessageContaining("attributeid");
    }

    @Test
    void anAttributeWhoseValueIsAnObjectIsRefused() {
        String body =
                "{\"request\":{\"action\":[{\"attribute\":[{\"attributeId\":\"a\",\"value\":{}}]}]}}";

        assertThatExceptionOfType(MalformedRequest.class)
                .isThrownBy(() -> XacmlRequestReader.read(body))
                .withMessageContaining("value");
    }

    @Test
    void membersThatDifferInCaseOnlyDoNotHideEachOther() {
        assertThat(
                        XacmlRequestReader.read(
                                "{\"Request\":{\"Resource\":[]},\"other\":{\"resource\":1}}"))
                .hasSize(1);
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThatExceptionOfType(MalformedJson.class)
                .isThrownBy(() -> XacmlRequestReader.read("<Request/>"));
    }
}
