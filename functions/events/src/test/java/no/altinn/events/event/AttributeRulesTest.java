package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.platform.json.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of what attributes may be: values that are taken, and values that are refused. */
class AttributeRulesTest {
    /** Attributes of any text, and an extension that no rule knows. */
    private static final String[] TEXTS = {
        "id", "type", "subject", "alternativesubject", "resourceinstance", "someextension"
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // CloudEvents 1.0.2 §source-1, its examples.
                "source | \"https://github.com/cloudevents\"",
                "source | \"mailto:cncf-wg-serverless@lists.cncf.io\"",
                "source | \"urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66\"",
                "source | \"/cloudevents/spec/pull/123\"",
                "source | \"/sensors/tn-1234567/alerts\"",
                "source | \"1-555-123-4567\"",
                // The conformance tests of CloudEvents, format/json/valid-events.json.
                "source | \"#fragment\"",
                "dataschema | \"https://cloudevents.io/dataschema\"",
                "datacontenttype | \"text/plain\"",
                "extinteger | 10",
                "extboolean | true",
                "extstring | \"text\"",
                "exturi | \"https://cloudevents.io\"",
                "exturiref | \"//authority/path\"",
                "exttimestamp | \"2023-03-31T15:12:00Z\"",
                "extbinary | \"TWE=\"",
                // CloudEvents 1.0.2 §Type System: its example of a pair, and the bounds of Integer.
                "subject | \"\\uD800\\uDEAD\"",
                "extension | -2147483648",
                "extension | 2147483647",
                "extension | -0",
                "extension | false",
                "extension | \"\"",
                "extension | \"1.5\"",
                "a1b2c3 | \"x\"",
                "time | \"2016-12-31T23:59:60Z\"",
                "time | \"2026-01-02T03:04:05.123456789012Z\"",
                "time | \"2026-01-02t03:04:05.1z\"",
                "data_base64 | \"\"",
                "data_base64 | \"AA==\"",
                "data_base64 | \"AAE=\"",
                "data_base64 | \"AAEC+/+/\"",
                "datacontenttype | \"application/json\"",
                "datacontenttype | \"application/json; charset=iso-8859-1\"",
                "datacontenttype | \"multipart/mixed;boundary=\\\"a \\\\\\\" b\\\"\"",
                "datacontenttype | \"application/vnd.apache.thrift.binary\"",
                "dataschema | \"urn:a:b\"",
                "dataschema | \"https://s.example/a?b=c#d\"",
                "id | \"\\ufffd\"",
                "id | \"\\ufeff\"",
                "id | \"æ 😀\""
            })
    void aValueOfItsTypeIsTakenAndKeptAsWritten(String attribute, String raw) {
        assertThat(EventReader.structured(EventJson.where(attribute, raw)).json())
                .endsWith("\"%s\":%s}".formatted(attribute, raw));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The conformance tests of CloudEvents, format/json/invalid-events.json.
                "time | \"lunchtime\"",
                "time | \"2018-04-05T18:31Z\"",
                "time | \"2018-04-05T18:31:00X\"",
                "time | \"2018-04-05T18:31:00+25:00\"",
                "time | \"2018-04-05T18:31:00+05\"",
                "specversion | \"0.9\"",
                "datacontenttype | \"xyz\"",
                "datacontenttype | \"\"",
                "dataschema | \"\"",
                "subject | \"\"",
                "id | 25",
                "id | {\"xyz\":\"abc\"}",
                "extension | 1.5",
                // CloudEvents 1.0.2 §Type System: its example of a surrogate, and beyond Integer.
                "subject | \"\\uDEAD\"",
                "extension | 2147483648",
                "extension | -2147483649",
                "extension | 3000000000",
                "extension | 99999999999999999999999999",
                "extension | 1.0",
                "extension | 1e2",
                "extension | -0.0",
                "extension | []",
                "extension | {}",
                "time | \"2026-01-02T03:04:60Z\"",
                "time | \"2026-01-02 03:04:05Z\"",
                "time | 1767323045",
                "data_base64 | \"AA\"",
                "data_base64 | \"AA=\"",
                "data_base64 | \"AAE\"",
                "data_base64 | \"A===\"",
                "data_base64 | \"AA==AA==\"",
                "data_base64 | \"-_==\"",
                "data_base64 | \"AA==\\n\"",
                "data_base64 | true",
                "datacontenttype | \"json\"",
                "datacontenttype | \"application/\"",
                "datacontenttype | \"/json\"",
                "datacontenttype | \"application/json, text/plain\"",
                "datacontenttype | \"application/json; charset\"",
                "datacontenttype | \" application/json\"",
                "dataschema | \"x\"",
                "dataschema | \"/schema\"",
                "dataschema | \"//s.example/a\"",
                "dataschema | \"https://s.example/a b\"",
                "dataschema | \"urn:\"",
                "source | \"a b\"",
                "source | \"%zz\"",
                "source | \"http://[\"",
                "resourceinstance | 5",
                "alternativesubject | true"
            })
    void aValueOfAnotherTypeIsRefusedByName(String attribute, String raw) {
        refused(EventJson.where(attribute, raw), "'" + attribute + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\ud800",
                "x\\udc00y",
                "\\udc00\\ud800",
                "a\\u0000",
                "a\\tb",
                "a\\nb",
                "\\u001f",
                "\\u007f",
                "\\u0080",
                "\\u009f",
                "\\ufdd0",
                "\\ufffe",
                "\\uffff",
                "\\ud83f\\udffe",
                "\\udbff\\udfff"
            })
    void whatIsNoTextIsRefusedByName(String escapes) {
        for (String attribute : TEXTS) {
            refused(
                    EventJson.where(attribute, "\"" + escapes + "\""),
                    "The attribute '%s' %s".formatted(attribute, AttributeText.RULE));
        }
        String path = "\"https://s.example/" + escapes + "\"";
        refused(EventJson.where("source", path), "'source'");
        refused(EventJson.where("dataschema", path), "'dataschema'");
        refused(EventJson.where("time", "\"2026-01-02T03:04:05Z" + escapes + "\""), "'time'");
        refused(EventJson.where("datacontenttype", "\"a/b" + escapes + "\""), "'datacontenttype'");
        assertThatExceptionOfType(InvalidResource.class)
                .isThrownBy(() -> read("resource", "urn:altinn:resource:r" + escapes));
        assertThatExceptionOfType(InvalidResource.class)
                .isThrownBy(() -> read("resource", "urn:altinn:resource:altinnapp.a" + escapes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\ud800\"",
                "{\"\\udc00\":[\"\\uffff\",\"\\u0000\\u009f\"]}",
                "\"x\\udc00y\\tz\""
            })
    void dataIsFree(String data) {
        String json = EventJson.with("\"data\":" + data);
        Event event = EventReader.structured(json);

        assertThat(event.json()).isEqualTo(json);
        assertThat(EventReader.stored(event.json())).isEqualTo(event);
    }

    @ParameterizedTest
    @CsvSource({
        "id, 1024",
        "type, 1024",
        "subject, 1024",
        "alternativesubject, 1024",
        "source, 2048",
        "resourceinstance, 4096",
        "someextension, 4096"
    })
    void anAttributeMayBeSoLongAndNoLonger(String attribute, int most) {
        assertThat(read(attribute, "x".repeat(most))).isNotNull();
        assertThatThrownBy(() -> read(attribute, "x".repeat(most + 1)))
                .isInstanceOf(InvalidEvent.class)
                .hasMessage(
                        "The attribute '%s' must not be longer than %d characters."
                                .formatted(attribute, most));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time | 2026-01-02T03:04:05. | 5 | Z",
                "dataschema | urn:a: | x | ''",
                "datacontenttype | a/b;c= | x | ''",
                "datacontenttype | a/b | ; | ''",
                "datacontenttype | a/b;c=\" | x | \"",
                "datacontenttype | a/b;c=\" | \\\\ | \""
            })
    void alsoOneOfAForm(String attribute, String before, String filling, String after) {
        int room = (4_096 - before.length() - after.length()) / filling.length();
        String longest = before + filling.repeat(room) + after;

        assertThat(read(attribute, longest)).isNotNull();
        assertThatThrownBy(() -> read(attribute, before + filling.repeat(4_097) + after))
                .hasMessageContaining("must not be longer than 4096 characters");
    }

    @Test
    void charactersAreCountedAndNotTheirHalves() {
        assertThat(read("id", "😀".repeat(1_024)).id()).hasSize(2_048);
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> read("id", "😀".repeat(1_025)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MyExtension", "my.extension", "my_extension", "å", "my extension"})
    void aNameHasLettersAndDigitsAlone(String name) {
        refused(EventJson.with(Json.string(name) + ":\"x\""), "'" + name + "'");
    }

    @Test
    void aNameIsToldShortAndWithoutWhatIsNoText() {
        String name = "\\u0007\\ud800" + "x".repeat(40_000);

        assertThatThrownBy(() -> EventReader.structured(EventJson.with("\"" + name + "\":1")))
                .isInstanceOf(InvalidEvent.class)
                .message()
                .contains("\uFFFD\uFFFDxxx")
                .hasSizeLessThan(300);
    }

    private static Event read(String attribute, String text) {
        return EventReader.structured(EventJson.where(attribute, Json.string(text)));
    }

    private static void refused(String json, String reason) {
        assertThatThrownBy(() -> EventReader.structured(json))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageContaining(reason);
    }
}
