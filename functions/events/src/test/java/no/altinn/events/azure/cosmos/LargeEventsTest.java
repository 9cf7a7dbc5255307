package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.EventTooLarge;
import no.altinn.events.event.TestEvents;
import no.altinn.testing.cosmos.Ledger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;
import java.util.Map;

class LargeEventsTest {
    private static final EventQuery EVERYTHING =
            new EventQuery(new EventStream.OfResource(TestEvents.RESOURCE), List.of());

    // As patient as in Azure: a busy machine takes its time for a megabyte.
    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess();

    @Test
    void anEventThatFitsIntoNoDocumentIsRefusedAtOnce() {
        EventStore store = cosmos.stores().events();
        Event large = TestEvents.stored("1", Map.of("subject", "x".repeat(1_000_000)));
        Event larger = TestEvents.stored("2", Map.of("subject", "\"".repeat(520_000)));

        store.append(List.of(large));
        assertThatThrownBy(() -> store.append(List.of(larger))).isInstanceOf(EventTooLarge.class);

        assertThat(cosmos.server().ledger().take())
                .extracting(Ledger.Entry::status)
                .containsExactly(201, 413);
        cosmos.settle();
        assertThat(store.read(EVERYTHING, Cursor.START, 100).events())
                .extracting(stored -> stored.event().id())
                .containsExactly("1");
    }
}
