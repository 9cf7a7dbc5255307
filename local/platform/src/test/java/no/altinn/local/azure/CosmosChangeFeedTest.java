package no.altinn.local.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.cosmos.CosmosException;

import no.altinn.events.azure.cosmos.Containers;
import no.altinn.events.azure.cosmos.OpenCosmos;
import no.altinn.events.event.Event;
import no.altinn.events.event.TestEvents;
import no.altinn.local.host.changefeed.ChangedDocument;
import no.altinn.platform.json.Json;
import no.altinn.testing.cosmos.Fault;
import no.altinn.testing.cosmos.Operation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class CosmosChangeFeedTest {
    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess();

    private CosmosChangeFeed feed;

    @BeforeEach
    void open() {
        feed = feed("Relay");
    }

    private CosmosChangeFeed feed(String consumer) {
        return new CosmosChangeFeed(
                cosmos.connection(), Containers.EVENTS, Containers.LEASES, consumer);
    }

    private void append(String... ids) {
        for (String id : ids) {
            cosmos.stores().events().append(List.of(TestEvents.event(id)));
        }
    }

    private static List<ChangedDocument> next(CosmosChangeFeed feed, int max)
            throws InterruptedException {
        return feed.next(max, Duration.ZERO);
    }

    private static List<String> ids(List<ChangedDocument> documents) {
        return documents.stream()
                .map(document -> Json.parse(document.json()).path("eventId").asText())
                .toList();
    }

    private static void checkpoint(CosmosChangeFeed feed, List<ChangedDocument> documents) {
        feed.checkpoint(documents.get(documents.size() - 1).position());
    }

    @Test
    void itBeginsWithTheOldestEvent() throws InterruptedException {
        append("1", "2", "3");

        assertThat(ids(next(feed, 2))).containsExactly("1", "2");
    }

    @Test
    void anEventIsHandedOnAsItIsStored() throws InterruptedException {
        append("1");

        assertThat(Json.parse(next(feed, 1).get(0).json()).path("event").asText())
                .isEqualTo(TestEvents.event("1").json());
    }

    @Test
    void withoutACheckpointTheSameEventsComeAgain() throws InterruptedException {
        append("1", "2");

        assertThat(ids(next(feed, 2))).isEqualTo(ids(next(feed, 2)));
    }

    @Test
    void itGoesOnAfterTheCheckpointAlsoInAnotherProcess() throws InterruptedException {
        append("1", "2", "3");
        checkpoint(feed, next(feed, 2));

        assertThat(ids(next(feed, 2))).containsExactly("3");
        assertThat(ids(next(feed("Relay"), 2))).containsExactly("3");
    }

    @Test
    void anotherConsumerHasACheckpointOfItsOwn() throws InterruptedException {
        append("1");
        checkpoint(feed, next(feed, 1));

        assertThat(ids(next(feed("Other"), 1))).containsExactly("1");
    }

    @Test
    void whereNothingIsNewItIsEmptyUntilSomethingComes() throws InterruptedException {
        assertThat(next(feed, 1)).isEmpty();
        append("1");
        checkpoint(feed, next(feed, 1));
        assertThat(next(feed, 1)).isEmpty();
        append("2");

        assertThat(ids(next(feed, 1))).containsExactly("2");
    }

    @Test
    void whatLiesInSeveralPhysicalPartitionsIsHandedOnOnce() throws InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            ids.add("e" + i);
            String resource = "urn:altinn:resource:r" + i % 12;
            Event event = TestEvents.event("e" + i, Map.of("resource", resource));
            cosmos.stores().events().append(List.of(event));
        }

        List<String> handedOn = new ArrayList<>();
        List<ChangedDocument> documents = next(feed, 5);
        while (!documents.isEmpty()) {
            handedOn.addAll(ids(documents));
            checkpoint(feed, documents);
            documents = next(feed, 5);
        }

        assertThat(handedOn).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aFailureIsToldAndLosesNothing() throws InterruptedException {
        append("1");
        cosmos.server().faults().next(Operation.CHANGE_FEED, new Fault.Refused(403, Duration.ZERO));

        assertThatThrownBy(() -> next(feed, 1)).isInstanceOf(CosmosException.class);
        assertThat(ids(next(feed, 1))).containsExactly("1");
    }
}
