package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.TestEvents;
import no.altinn.testing.cosmos.Fault;
import no.altinn.testing.cosmos.Operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.List;

/** What becomes of the document of an event that is erased. */
class ErasedEventsTest {
    private static final Event EVENT = TestEvents.withData("1", "\"secret\"");

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess();

    private EventStore store() {
        return cosmos.stores().events();
    }

    private ObjectNode document() {
        return cosmos.connection()
                .container(Containers.EVENTS)
                .readItem(EVENT.key().document(), EventWrites.key(EVENT.key()), ObjectNode.class)
                .block()
                .getItem();
    }

    @ParameterizedTest
    @CsvSource({"0, 7776000", "86400, 7689600", "7775999, 1", "7776001, 1"})
    void itIsKeptAsLongAsItWouldHaveBeen(long age, long left) {
        store().append(List.of(EVENT));
        cosmos.clock().advance(Duration.ofSeconds(age));

        store().erase(EVENT.key());

        assertThat(document().path("ttl").asLong()).isBetween(left - 1, left);
    }

    @Test
    void nothingOfItsDataIsLeft() {
        store().append(List.of(EVENT));

        store().erase(EVENT.key());

        assertThat(document().toString()).doesNotContain("secret").contains("\"erased\":true");
    }

    @Test
    void aDocumentThatHasChangedMeanwhileIsReadAgain() {
        store().append(List.of(EVENT));
        cosmos.server()
                .faults()
                .next(
                        Operation.REPLACE,
                        new Fault.After(() -> cosmos.stores().events().erase(EVENT.key())));

        assertThat(store().erase(EVENT.key())).isTrue();
        assertThat(document().path("erased").asBoolean()).isTrue();
    }

    @Test
    void anEventThatIsGoneMeanwhileIsUnknown() {
        store().append(List.of(EVENT));
        cosmos.server()
                .faults()
                .next(
                        Operation.REPLACE,
                        new Fault.After(
                                () ->
                                        cosmos.connection()
                                                .container(Containers.EVENTS)
                                                .deleteItem(
                                                        EVENT.key().document(),
                                                        EventWrites.key(EVENT.key()))
                                                .block()));

        assertThat(store().erase(EVENT.key())).isFalse();
    }

    @Test
    void anErasureIsTriedAgainWhileTheAccountIsBusy() {
        store().append(List.of(EVENT));
        cosmos.server().faults().next(Operation.REPLACE, 2, new Fault.Refused(429, Duration.ZERO));

        assertThat(store().erase(EVENT.key())).isTrue();
        assertThat(store().find(EVENT.key())).isEmpty();
    }
}
