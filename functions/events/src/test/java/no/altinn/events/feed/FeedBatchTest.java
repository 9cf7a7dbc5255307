package no.altinn.events.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.event.Event;
import no.altinn.events.event.TestEvents;
import no.altinn.platform.json.MalformedMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class FeedBatchTest {
    private static final Event EVENT = TestEvents.event("1");

    @Test
    void documentsAreReadBackInTheirOrder() {
        Event second = TestEvents.withData("2", "{\"ø\":1.10}");
        String documents =
                "[%s,%s]"
                        .formatted(
                                new EventDocument(EVENT, "1").toJson(),
                                new EventDocument(second, "2").toJson());

        assertThat(FeedBatch.read(documents).events()).containsExactly(EVENT, second);
        assertThat(FeedBatch.read("[]").events()).isEmpty();
    }

    @Test
    void anEventThatIsKeptInBase64IsReadBackToo() {
        Event large = TestEvents.quotationMarks("1", 1 << 20);
        String document = new EventDocument(large, "1").toJson();

        assertThat(document).contains("\"eventBase64\"");
        assertThat(FeedBatch.read("[" + document + "]").events()).containsExactly(large);
    }

    @Test
    void whatTheDatabaseAddsToADocumentIsIgnored() {
        String document = new EventDocument(EVENT, "1").toJson();
        String stored = "{\"_etag\":\"x\",\"_ts\":1," + document.substring(1);

        assertThat(FeedBatch.read("[" + stored + "]").events()).containsExactly(EVENT);
    }

    @Test
    void anErasedEventIsNotHandedOn() {
        Event second = TestEvents.event("2");
        ObjectNode erased = EventDocument.erased(new EventDocument(EVENT, "1").json());
        String documents = "[%s,%s]".formatted(erased, new EventDocument(second, "2").toJson());

        assertThat(FeedBatch.read(documents).events()).containsExactly(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "1"})
    void whatIsNoArrayIsRefused(String documents) {
        assertThatThrownBy(() -> FeedBatch.read(documents)).isInstanceOf(MalformedMessage.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "1",
                "{\"event\":{}}",
                "{\"event\":\"no event\"}",
                "{\"eventBase64\":\"~\"}"
            })
    void aDocumentThatHoldsNoEventHoldsUpNoOther(String document) {
        Event good = TestEvents.event("1");
        String json = new EventDocument(good, "1").toJson();

        assertThat(FeedBatch.read("[" + document + "," + json + "]").events())
                .containsExactly(good);
    }

    @Test
    void theEventThatHasWaitedLongestTellsHowLongTheBatchHas() {
        String documents =
                "[%s,%s,%s]"
                        .formatted(
                                new EventDocument(EVENT, "1").toJson(Instant.ofEpochSecond(30)),
                                new EventDocument(EVENT, "2").toJson(Instant.ofEpochSecond(20)),
                                new EventDocument(EVENT, "3").toJson());

        assertThat(FeedBatch.read(documents).oldestWrite()).contains(Instant.ofEpochSecond(20));
        assertThat(FeedBatch.read("[]").oldestWrite()).isEmpty();
    }
}
