package no.altinn.events.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.event.Event;
import no.altinn.events.event.TestEvents;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;

final class EventDocumentTest {
    private static final Event EVENT =
            TestEvents.event(
                    "1",
                    Map.of(
                            "subject", "/party/1",
                            "alternativesubject", "/org/310000001",
                            "time", "2026-01-01T13:00:00.5+01:00"));

    @Test
    void aDocumentHoldsWhatIsSearchedForAndTheExactText() {
        JsonNode document = Json.parse(new EventDocument(EVENT, "42").toJson());

        assertThat(document)
                .isEqualTo(
                        Json.object()
                                .put("id", EVENT.key().document())
                                .put("resource", TestEvents.RESOURCE)
                                .put("seq", "42")
                                .put("eventId", "1")
                                .put("source", TestEvents.SOURCE)
                                .put("type", "no.altinn.test")
                                .put("subject", "/party/1")
                                .put("alternativesubject", "/org/310000001")
                                .put("time", "2026-01-01T12:00:00.500000000Z")
                                .put("event", EVENT.json()));
    }

    @Test
    void theDocumentOfAnErasedEventHasAllButItsData() {
        ObjectNode stored = new EventDocument(TestEvents.withData("1", "1"), "42").json();
        stored.put("firstSeq", "41").put("unknown", true);

        ObjectNode erased = EventDocument.erased(stored);

        assertThat(erased)
                .isEqualTo(
                        new EventDocument(TestEvents.event("1"), "42")
                                .json()
                                .put("firstSeq", "41")
                                .put("unknown", true)
                                .put("erased", true));
        assertThat(EventDocument.isErased(erased)).isTrue();
        assertThat(EventDocument.isErased(stored)).isFalse();
        assertThat(stored.path("event").asText()).contains("data");
    }

    @Test
    void aLongEventIsErasedToAShortText() {
        ObjectNode stored = new EventDocument(TestEvents.quotationMarks("1", 1 << 20), "42").json();

        assertThat(stored.has("eventBase64")).isTrue();
        assertThat(EventDocument.erased(stored))
                .isEqualTo(
                        new EventDocument(TestEvents.event("1"), "42").json().put("erased", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\\", "\n\t\r", "ø", "€", "😀", "x", "\u0001"})
    void theLongestEventsAreReadBackAsTheyWere(String text) {
        int length = Json.string(text).getBytes(UTF_8).length - 2;
        String data = Json.string(text.repeat((1 << 20) / length));
        Event event = TestEvents.withData("1", data);
        String document = new EventDocument(event, "42").toJson();

        assertThat(EventDocument.text(Json.parse(document))).isEqualTo(event.json());
        assertThat(document.getBytes(UTF_8)).hasSizeLessThan(2 << 20);
    }

    @Test
    void anEventThatWouldBeTooLongAsTextIsKeptInBase64() {
        Event event = TestEvents.quotationMarks("1", 1 << 20);
        String json = new EventDocument(event, "42").toJson();
        JsonNode document = Json.parse(json);

        assertThat(document.has("event")).isFalse();
        assertThat(document.path("eventBase64").textValue())
                .isEqualTo(Base64.getEncoder().encodeToString(event.json().getBytes(UTF_8)));
        assertThat(json.getBytes(UTF_8)).hasSizeLessThan((3 << 19) - 1);
        assertThat(EventDocument.text(document)).isEqualTo(event.json());
    }

    /** On both sides of the bound: 1.5 MiB as a JSON string. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void aTextIsKeptAsItIsWhileItIsNotTooLong(int more) {
        int frame = TestEvents.withData("1", "\"\"").json().length();
        int asString = Json.string(TestEvents.withData("1", "\"\"").json()).length() - 2;
        String data = "x".repeat((3 << 19) - asString + more);
        Event event = TestEvents.withData("1", '"' + data + '"');
        JsonNode document = Json.parse(new EventDocument(event, "42").toJson());

        assertThat(event.json()).hasSize(frame + data.length());
        assertThat(document.has("event")).isEqualTo(more <= 0);
        assertThat(document.has("eventBase64")).isEqualTo(more > 0);
        assertThat(EventDocument.text(document)).isEqualTo(event.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"event\":1}", "{\"eventBase64\":\"~\"}", "[]"})
    void aDocumentWithoutAnEventIsTold(String document) {
        assertThatThrownBy(() -> EventDocument.text(Json.parse(document)))
                .isInstanceOf(MalformedMessage.class);
    }

    @Test
    void whatAnEventLacksItsDocumentLacks() {
        JsonNode document = Json.parse(new EventDocument(TestEvents.event("1"), "42").toJson());

        assertThat(document.has("subject")).isFalse();
        assertThat(document.has("alternativesubject")).isFalse();
        assertThat(document.has("time")).isFalse();
    }

    @Test
    void theOrderOfTimesIsTheOrderOfTheirTexts() {
        assertThat(EventDocument.time(Instant.parse("2026-01-01T12:00:00Z")))
                .isLessThan(EventDocument.time(Instant.parse("2026-01-01T12:00:00.1Z")))
                .hasSameSizeAs(EventDocument.time(Instant.parse("2026-01-01T12:00:00.1Z")));
    }

    @Test
    void theChangeFeedTellsWhenTheDocumentWasWritten() {
        JsonNode document =
                Json.parse(new EventDocument(EVENT, "42").toJson(Instant.ofEpochSecond(1234)));

        assertThat(document.path("_ts").longValue()).isEqualTo(1234);
        assertThat(Json.parse(new EventDocument(EVENT, "42").toJson()).has("_ts")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05Z, 2026-01-02T03:04:05.000000000Z",
        "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000000000Z",
        "-0001-12-31T23:59:59Z, 0000-01-01T00:00:00.000000000Z",
        "9999-12-31T23:59:59.999999999Z, 9999-12-31T23:59:59.999999999Z",
        "+10000-01-01T00:00:00Z, 9999-12-31T23:59:59.999999999Z",
        "+1000000000-12-31T23:59:59Z, 9999-12-31T23:59:59.999999999Z"
    })
    void timesAreSortedAsTexts(Instant instant, String text) {
        assertThat(EventDocument.time(instant)).isEqualTo(text);
    }

    @Test
    void anEventWithoutResourceIsADocumentToo() {
        Event event = TestEvents.withoutResource("1");
        String document = new EventDocument(event, "42").toJson();

        assertThat(Json.parse(document).path("resource").textValue()).isEmpty();
        assertThat(FeedBatch.read("[" + document + "]").events()).containsExactly(event);
    }
}
