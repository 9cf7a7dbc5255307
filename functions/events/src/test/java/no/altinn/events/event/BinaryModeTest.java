package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.events.app.Refusals;
import no.altinn.platform.http.MediaType;
import no.altinn.platform.http.Request;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

class BinaryModeTest {
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain";

    @Test
    void theHeadersAreTheAttributes() {
        Event event = BinaryMode.read(headers("Ce-Subject", "/party/1"));

        assertThat(event.id()).isEqualTo("1");
        assertThat(event.subject()).contains("/party/1");
        assertThat(event.resource()).isEqualTo("urn:altinn:resource:r");
        assertThat(event.json()).doesNotContain("data");
    }

    @Test
    void headersThatAreNoAttributesAreNotRead() {
        assertThat(BinaryMode.read(headers("Authorization", "Bearer secret")).json())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "bl%C3%A5b%C3%A6r, blåbær",
        "1+1, 1+1",
        "a%2Bb, a+b",
        "100%25, 100%",
        "%F0%9F%98%80, 😀"
    })
    void percentEscapesAreDecodedAndAPlusSignIsAPlusSign(String header, String subject) {
        assertThat(BinaryMode.read(headers("ce-subject", header)).subject()).contains(subject);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "%zz", "%FF", "%C0%A0", "%ED%A0%80", "\"a", "blåbær"})
    void whatIsNoEncodedUtf8IsRefusedByName(String header) {
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> BinaryMode.read(headers("ce-subject", header)))
                .withMessageContaining("'ce-subject'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%0Ab", "%7F", "%C2%80", "%EF%B7%90", "%EF%BF%BF"})
    void whatIsNoTextIsRefusedByName(String header) {
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> BinaryMode.read(headers("ce-myextension", header)))
                .withMessageContaining("'myextension'");
    }

    @Test
    void quotedStringsAreUnquoted() {
        assertThat(BinaryMode.read(headers("ce-source", "\"urn:a:b\"")).source())
                .hasToString("urn:a:b");
        assertThat(BinaryMode.read(headers("ce-specversion", "\"1.0\"")))
                .isEqualTo(BinaryMode.read(headers()));
    }

    /** JSON format 1.0.2 §3.2 and HTTP binding 1.0.2 §3.1.4: the same event in both modes. */
    @Test
    void theSpecificationsExampleIsTheSameEventInBothModes() {
        Map<String, String> headers = headers("ce-type", "com.example.someevent");
        headers.put("ce-source", "/mycontext");
        headers.put("ce-id", "C234-1234-1234");
        headers.put("ce-time", "2018-04-05T17:31:00Z");
        headers.put("ce-comexampleextension1", "value");
        String data =
                "{\n  \"appinfoA\" : \"abc\",\n  \"appinfoB\" : 123,\n  \"appinfoC\" : true\n}";

        Event binary = BinaryMode.read(headers, JSON, data);
        Event structured =
                EventReader.structured(
                        """
                        {
                            "specversion" : "1.0",
                            "type" : "com.example.someevent",
                            "source" : "/mycontext",
                            "subject": null,
                            "id" : "C234-1234-1234",
                            "time" : "2018-04-05T17:31:00Z",
                            "comexampleextension1" : "value",
                            "resource" : "urn:altinn:resource:r",
                            "datacontenttype" : "application/json",
                            "data" : %s
                        }
                        """
                                .formatted(data));

        assertThat(Json.parse(binary.json())).isEqualTo(Json.parse(structured.json()));
        assertThat(binary.key()).isEqualTo(structured.key());
    }

    /** The conformance tests of CloudEvents, features/http-protocol-binding.feature. */
    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8"})
    void theContentTypeIsTheDatasAsItWasSent(String contentType) {
        assertThat(BinaryMode.read(headers(), contentType, "1").json())
                .contains("\"datacontenttype\":\"%s\"".formatted(contentType));
    }

    @Test
    void aByteOrderMarkBeforeJsonIsIgnored() {
        assertThat(BinaryMode.read(headers(), JSON, "\uFEFF{\"a\":1}"))
                .isEqualTo(BinaryMode.read(headers(), JSON, "{\"a\":1}"));
        assertThat(BinaryMode.read(headers(), TEXT, "\uFEFFa").json()).contains("\uFEFFa");
    }

    @Test
    void jsonDataIsKeptAsItIs() {
        Event event = BinaryMode.read(headers(), JSON, " {\"b\":1e400, \"a\":null}\n");

        assertThat(event.json())
                .contains("\"datacontenttype\":\"application/json\"")
                .endsWith(",\"data\":{\"b\":1e400, \"a\":null}}");
    }

    @Test
    void textDataBecomesAString() {
        assertThat(BinaryMode.read(headers(), TEXT, "a \"b\"\n").json())
                .contains("\"data\":\"a \\\"b\\\"\\n\"");
    }

    @Test
    void noBodyIsNoData() {
        assertThat(BinaryMode.read(headers(), JSON, "").json()).doesNotContain("\"data\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "1 2", "1,2", "],[", " ", "{\"a\":1}{}"})
    void dataThatIsSaidToBeJsonMustBe(String body) {
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> BinaryMode.read(headers(), JSON, body));
    }

    @Test
    void dataIsNoDeeperThanAnEventThatCanBeReadAgain() {
        Event event = BinaryMode.read(headers(), JSON, EventJson.nested(499));

        assertThat(EventReader.structured(event.json())).isEqualTo(event);
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> BinaryMode.read(headers(), JSON, EventJson.nested(500)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce-data", "ce-data_base64", "ce-datacontenttype"})
    void theDataIsTheBodyAlone(String header) {
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> BinaryMode.read(headers(header, "AA==")));
    }

    /** Names of documented extensions of CloudEvents: data reference, data classification. */
    @ParameterizedTest
    @ValueSource(strings = {"dataref", "dataclassification"})
    void anExtensionMayBeginWithTheSameWord(String name) {
        assertThat(BinaryMode.read(headers("ce-" + name, "x")).json())
                .contains("\"%s\":\"x\"".formatted(name));
    }

    @Test
    void aMissingResourceIsToldAsMissing() {
        Map<String, String> headers = headers();
        headers.remove("ce-resource");

        assertThatExceptionOfType(InvalidResource.class)
                .isThrownBy(() -> BinaryMode.read(headers))
                .withMessage("A 'resource' property must be defined.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce-id", "ce-source", "ce-type"})
    void aMissingHeaderIsNamed(String header) {
        Map<String, String> headers = headers();
        headers.remove(header);

        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> BinaryMode.read(headers))
                .withMessageContaining("is missing")
                .withMessageContaining("header `" + header + "`");
    }

    @Test
    void aHeaderThatBreaksARuleIsNamedToo() {
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> BinaryMode.read(headers("ce-time", "today")))
                .withMessageContaining("header `ce-time`");
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> BinaryMode.read(headers(), "text", "x"))
                .withMessageContaining("header `Content-Type`");
    }

    @Test
    void theHeaderOfAMissingResourceIsForClientsThatAskForMore() {
        Map<String, String> headers = headers();
        headers.remove("ce-resource");

        assertThat(Refusals.detail(() -> BinaryMode.read(headers)))
                .isEqualTo(
                        "A 'resource' property must be defined. In binary mode it is the header"
                                + " `ce-resource`.");
    }

    @Test
    void theVersionsHeaderTellsTheMode() {
        assertThat(BinaryMode.isUsedBy(request(headers()))).isTrue();
        assertThat(BinaryMode.isUsedBy(request(Map.of("ce-id", "1")))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, true",
        "application/vnd.x+json, true",
        "text/csv, true",
        "application/xml, true",
        "image/svg+xml, true",
        "application/octet-stream, false",
        "image/png, false"
    })
    void onlyTextArrivesUnharmed(String type, boolean carried) {
        assertThat(BinaryMode.carries(new MediaType(type))).isEqualTo(carried);
    }

    private static Request request(Map<String, String> headers) {
        return new Request("POST", URI.create("https://h/"), headers, "");
    }

    private static Map<String, String> headers(String... more) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(
                Map.of(
                        "ce-specversion", "1.0",
                        "ce-id", "1",
                        "ce-source", "https://s.example/a",
                        "ce-type", "t",
                        "ce-resource", "urn:altinn:resource:r"));
        if (more.length > 0) {
            headers.put(more[0], more[1]);
        }
        return headers;
    }
}
