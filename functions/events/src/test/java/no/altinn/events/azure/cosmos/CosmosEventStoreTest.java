package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStoreContract;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.TestEvents;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

class CosmosEventStoreTest extends EventStoreContract {
    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.ofEnvironment();

    @Override
    protected EventStore store() {
        return cosmos.stores().events();
    }

    @Override
    protected void settle() {
        cosmos.settle();
    }

    @Override
    protected Instant pass(Duration time) {
        cosmos.clock().advance(time);
        return cosmos.clock().instant();
    }

    @Test
    void fromNowOnAnEventThatIsNotReadableYetIsReadToo() {
        EventQuery everything =
                new EventQuery(new EventStream.OfResource(TestEvents.RESOURCE), List.of());
        store().append(List.of(TestEvents.event("1")));

        Cursor now = store().now();

        assertThat(store().read(everything, now, 10).events()).isEmpty();
        settle();
        assertThat(store().read(everything, now, 10).events())
                .extracting(stored -> stored.event().id())
                .containsExactly("1");
    }
}
