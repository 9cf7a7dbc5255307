package no.altinn.events.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.events.event.Event;
import no.altinn.platform.http.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
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
    void documentsAreReadBackInTheirOrder() {
        Event second = TestEvents.withData("2", "{\"ø\":1.10}");
        String documents =
                "[%s,%s]"
                        .formatted(
                                new EventDocument(EVENT, "1").toJson(),
                                new EventDocument(second, "2").toJson());

        assertThat(EventDocument.readAll(documents)).containsExactly(EVENT, second);
        assertThat(EventDocument.readAll("[]")).isEmpty();
    }

    @Test
    void whatTheDatabaseAddsToADocumentIsIgnored() {
        String document = new EventDocument(EVENT, "1").toJson();
        String stored = "{\"_etag\":\"x\",\"_ts\":1," + document.substring(1);

        assertThat(EventDocument.readAll("[" + stored + "]")).containsExactly(EVENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "1"})
    void whatIsNoArrayIsRefused(String documents) {
        assertThatThrownBy(() -> EventDocument.readAll(documents))
                .isInstanceOf(MalformedMessage.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "1", "{\"event\":{}}", "{\"event\":\"no event\"}"})
    void aDocumentThatHoldsNoEventHoldsUpNoOther(String document) {
        Event good = TestEvents.event("1");
        String json = new EventDocument(good, "1").toJson();

        assertThat(EventDocument.readAll("[" + document + "," + json + "]")).containsExactly(good);
    }
}
