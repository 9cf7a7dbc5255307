package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class EventReaderTest {
    @Test
    void theAttributesAreThoseOfTheText() {
        Event event =
                EventReader.structured(
                        EventJson.with(
                                "\"subject\":\"/party/1\",\"time\":\"2026-01-02T03:04:05+01:00\","
                                        + "\"alternativesubject\":\"/org/2\","
                                        + "\"resourceinstance\":\"3\""));

        assertThat(event.id()).isEqualTo("1");
        assertThat(event.source()).hasToString("https://s.example/a");
        assertThat(event.type()).isEqualTo("t");
        assertThat(event.resource()).isEqualTo("urn:altinn:resource:r");
        assertThat(event.subject()).contains("/party/1");
        assertThat(event.time()).contains(Instant.parse("2026-01-02T02:04:05Z"));
        assertThat(event.alternativeSubject()).contains("/org/2");
        assertThat(event.resourceInstance()).contains("3");
    }

    @Test
    void optionalAttributesMayBeLeftOut() {
        Event event = EventReader.structured(EventJson.with(""));

        assertThat(event.subject()).isEmpty();
        assertThat(event.time()).isEmpty();
        assertThat(event.alternativeSubject()).isEmpty();
        assertThat(event.resourceInstance()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"data\":123456789012345678901234567890.10",
                "\"data\":1e400",
                "\"data\":-0.0",
                "\"data\":{\"b\":1,\"a\":2,\"b2\":null}",
                "\"data\":null",
                "\"data\":\"\\u00e6\\/\\n \\ud83d\\ude00\"",
                "\"data\":\"blåbærsyltetøy 😀\"",
                "\"data\":[ 1 ,\t{ \"a\" : [ ] } ]",
                "\"data_base64\":\"AAEC/w==\"",
                "\"data\":true,\"extension\":5",
                "\"extension\":true,\"other\":\"x\""
            })
    void theTextOfWhatIsSentIsKept(String members) {
        assertThat(EventReader.structured(EventJson.with(members)).json())
                .isEqualTo(EventJson.with(members));
    }

    @Test
    void theOrderOfTheMembersIsTheSenders() {
        String json =
                "{\"data\":1,\"type\":\"t\",\"resource\":\"urn:altinn:resource:r\",\"id\":\"1\","
                        + "\"zzz\":\"z\",\"source\":\"s\",\"specversion\":\"1.0\"}";

        assertThat(EventReader.structured(json).json()).isEqualTo(json);
    }

    @Test
    void whitespaceAroundTheEventIsNoPartOfIt() {
        assertThat(EventReader.structured(" \r\n" + EventJson.with("") + "\t "))
                .isEqualTo(EventReader.structured(EventJson.with("")));
    }

    @Test
    void anAttributeThatIsNullIsLeftOut() {
        assertThat(
                        EventReader.structured(
                                        EventJson.with(
                                                "\"subject\":null,\"time\":null,\"x\":null,"
                                                        + "\"data_base64\":null,\"data\":1"))
                                .json())
                .isEqualTo(EventJson.with("\"data\":1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"id\":\"2\"", "\"data\":1,\"data\":1", "\"x\":\"1\",\"x\":\"2\""})
    void aMemberThatIsThereTwiceIsRefused(String members) {
        assertInvalid(EventJson.with(members), "is there twice");
    }

    @Test
    void dataMayBeAsDeepAsJsonMayBe() {
        String deep = EventJson.with("\"data\":" + EventJson.nested(499));

        assertThat(EventReader.structured(deep).json()).isEqualTo(deep);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 20_000})
    void deeperDataIsRefused(int levels) {
        assertInvalid(EventJson.with("\"data\":" + EventJson.nested(levels)), "not valid JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type"})
    void aRequiredAttributeMayNotBeMissingEmptyOrNull(String attribute) {
        assertInvalid(EventJson.where(attribute, ""), attribute);
        assertInvalid(EventJson.where(attribute, "\"\""), attribute);
        assertInvalid(EventJson.where(attribute, "null"), attribute);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "specversion",
                "id",
                "source",
                "type",
                "resource",
                "subject",
                "time",
                "datacontenttype",
                "dataschema",
                "resourceinstance",
                "alternativesubject"
            })
    void anAttributeOfTheContractIsAString(String attribute) {
        for (String raw : new String[] {"1", "true", "{}", "[]", "[\"1\"]"}) {
            assertInvalid(EventJson.where(attribute, raw), attribute);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.3", "1", "1.1", "1.00"})
    void onlyVersionOneIsRead(String version) {
        assertInvalid(EventJson.where("specversion", "\"" + version + "\""), "specversion");
    }

    @Test
    void theVersionIsAStringAndNoNumber() {
        assertInvalid(EventJson.where("specversion", "1.0"), "specversion");
    }

    @Test
    void anAttributeHasAName() {
        assertInvalid(EventJson.with("\"\":\"x\""), "must not be empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time | \"yesterday\"",
                "time | \"2026-01-02\"",
                "time | \"2026-01-02T03:04:05\"",
                "source | \"a b\"",
                "source | \"http://[\"",
                "dataschema | \"%%\"",
                "ID2 | \"x\"",
                "camelCase | \"x\"",
                "with-dash | \"x\"",
                "snake_case | 1",
                "object | {}",
                "list | [1]",
                "data_base64 | \"%%%\"",
                "data_base64 | 5",
                "data_base64 | \"AA\\nBB\""
            })
    void anAttributeThatIsNotValidIsRefused(String attribute, String raw) {
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> EventReader.structured(EventJson.where(attribute, raw)));
    }

    @Test
    void anAttributesNameInUpperCaseIsAnother() {
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(
                        () ->
                                EventReader.structured(
                                        EventJson.with("").replace("\"id\"", "\"Id\"")));
    }

    @Test
    void dataAndItsBase64FormExcludeEachOther() {
        assertInvalid(EventJson.with("\"data\":null,\"data_base64\":\"AA==\""), "not both");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "[]",
                "{",
                "{}x",
                "{\"id\":}",
                "{'id':'1'}",
                "<event/>",
                "{} {}",
                "NaN",
                "\uFEFF{}",
                "{\"id\":\"\u0001\"}"
            })
    void aTextThatIsNoJsonObjectIsRefused(String text) {
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> EventReader.structured(text));
    }

    @Test
    void textAfterTheEventIsRefused() {
        assertInvalid(EventJson.with("") + EventJson.with(""), "after the end");
    }

    @Test
    void aReasonHoldsNothingOfTheData() {
        assertThatThrownBy(
                        () ->
                                EventReader.structured(
                                        EventJson.with("\"data\":{\"nin\":\"01017012345\" x}")))
                .isInstanceOf(InvalidEvent.class)
                .hasMessageNotContaining("01017012345");
    }

    @Test
    void anEventIsTheSameWhenItsTextIs() {
        Event event = EventReader.structured(EventJson.with("\"data\":1"));

        assertThat(event)
                .isEqualTo(EventReader.structured(event.json()))
                .hasSameHashCodeAs(EventReader.structured(event.json()))
                .isNotEqualTo(EventReader.structured(EventJson.with("\"data\":2")));
    }

    @Test
    void whatIsLoggedOfAnEventHoldsNoData() {
        Event event = EventReader.structured(EventJson.with("\"data\":\"secret\""));

        assertThat(event.toString()).doesNotContain("secret").contains(event.key().document());
    }

    @Test
    void anEventOfThePlatformMayLackAResource() {
        String json = EventJson.where("resource", "");
        Event event = EventReader.ofPlatform(json);

        assertThat(event.resource()).isEmpty();
        assertThat(event.json()).isEqualTo(json);
        assertThat(EventReader.ofPlatform(EventJson.where("resource", "null"))).isEqualTo(event);
        assertThat(EventReader.stored(event.json())).isEqualTo(event);
        assertThat(EventReader.stored(event.json()).key()).isEqualTo(event.key());
    }

    @Test
    void anEventOfThePlatformIsHeldToEveryOtherRule() {
        assertThat(EventReader.ofPlatform(EventJson.with("\"x\":null")))
                .isEqualTo(EventReader.structured(EventJson.with("")));
        assertThatExceptionOfType(InvalidResource.class)
                .isThrownBy(() -> EventReader.ofPlatform(EventJson.where("resource", "\"r\"")))
                .withMessage("'Resource' must be a valid urn.");
        assertThatExceptionOfType(InvalidResource.class)
                .isThrownBy(() -> EventReader.ofPlatform(EventJson.where("resource", "\"\"")));
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> EventReader.ofPlatform(EventJson.where("id", "")));
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> EventReader.ofPlatform(EventJson.where("resource", "5")));
    }

    /** What was accepted before there were these rules. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id | \"\\ud800\"",
                "id | \"x\\u0000y\"",
                "type | \"\\uffff\"",
                "source | \"https://s.example/\\udc00\"",
                "subject | \"\\t\"",
                "time | \"2026-01-02T03:04Z\"",
                "extension | 1.5",
                "extension | 3000000000",
                "data_base64 | \"AA\"",
                "dataschema | \"x\"",
                "datacontenttype | \"json\""
            })
    void whatAnEarlierBuildStoredIsStillRead(String attribute, String raw) {
        String json = EventJson.where(attribute, raw);
        assertThatExceptionOfType(InvalidEvent.class)
                .isThrownBy(() -> EventReader.structured(json));

        Event event = EventReader.stored(json);

        assertThat(event.json()).isEqualTo(json);
        assertThat(event.resource()).isEqualTo("urn:altinn:resource:r");
        assertThat(EventReader.stored(json)).isEqualTo(event);
    }

    @Test
    void anEarlierBuildsIdOfAnyLengthIsStillRead() {
        String id = "x".repeat(33_000);

        assertThat(EventReader.stored(EventJson.where("id", "\"" + id + "\"")).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"id\":\"1\",\"source\":\"s\"}",
                "{\"id\":1,\"source\":\"s\",\"type\":\"t\"}",
                "{\"id\":\"1\",\"source\":\" \",\"type\":\"t\"}"
            })
    void whatIsNoEventWasNotStoredAsOne(String text) {
        assertThatExceptionOfType(InvalidEvent.class).isThrownBy(() -> EventReader.stored(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"data\":{\"a\":[1.0,null]},\"subject\":\"\\u00e5<&>\"",
                "\"subject\":\"\\u00e5<&>\",\"data_base64\":\"AAEC/w==\"",
                "\"subject\":\"\\u00e5<&>\",\"data\":null",
                "\"subject\":\"\\u00e5<&>\""
            })
    void withoutItsDataAnEventIsOtherwiseTheSame(String members) {
        Event event = EventReader.structured(EventJson.with(members));
        String rest = EventJson.with("\"subject\":\"\\u00e5<&>\"");

        assertThat(EventReader.withoutData(event)).isEqualTo(EventReader.structured(rest));
        assertThat(EventReader.withoutData(event).key()).isEqualTo(event.key());
    }

    @Test
    void whatAnEarlierBuildStoredLosesItsDataToo() {
        String odd = "\"a\\\"\\u0001\":1,\"time\":\"2026-01-02T03:04Z\"";
        Event event = EventReader.stored(EventJson.with(odd + ",\"data\":{\"a\":1}"));

        assertThat(EventReader.withoutData(event))
                .isEqualTo(EventReader.stored(EventJson.with(odd)));
    }

    @Test
    void theInstantOfAnEventIsThatOfItsTime() {
        String time = "2016-12-31T23:59:60.5Z";
        Event event = EventReader.structured(EventJson.with("\"time\":\"" + time + "\""));

        assertThat(event.time()).contains(Instant.parse("2016-12-31T23:59:59.999999999Z"));
        assertThat(event.json()).contains(time);
        assertThat(EventReader.stored(EventJson.with("\"time\":\"2026-01-02T03:04Z\"")).time())
                .contains(Instant.parse("2026-01-02T03:04:00Z"));
    }

    private static void assertInvalid(String json, String reason) {
        assertThatThrownBy(() -> EventReader.structured(json))
                .isInstanceOfAny(InvalidEvent.class)
                .hasMessageContaining(reason);
    }
}
