package no.altinn.events.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.events.event.Event;
import no.altinn.platform.http.Json;

import org.junit.jupiter.api.Test;

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
    void theChangeFeedTellsWhenTheDocumentWasWritten() {
        JsonNode document =
                Json.parse(new EventDocument(EVENT, "42").toJson(Instant.ofEpochSecond(1234)));

        assertThat(document.path("_ts").longValue()).isEqualTo(1234);
        assertThat(Json.parse(new EventDocument(EVENT, "42").toJson()).has("_ts")).isFalse();
    }
}
