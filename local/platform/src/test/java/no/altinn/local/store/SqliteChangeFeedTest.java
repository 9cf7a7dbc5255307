package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.Event;
import no.altinn.events.event.TestEvents;
import no.altinn.events.feed.EventDocument;
import no.altinn.events.feed.FeedBatch;
import no.altinn.local.host.changefeed.ChangedDocument;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

final class SqliteChangeFeedTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @RegisterExtension final OpenStores open = new OpenStores();

    private SqliteChangeFeed feed() {
        return open.stores().changeFeed("relay");
    }

    private static List<String> ids(List<ChangedDocument> documents) {
        String array =
                documents.stream()
                        .map(ChangedDocument::json)
                        .collect(Collectors.joining(",", "[", "]"));
        return FeedBatch.read(array).events().stream().map(Event::id).toList();
    }

    @Test
    void theFeedHandsOnEveryEventInTheOrderOfRegistration() throws Exception {
        open.stores().events().append(TestEvents.numbered("e", 5));

        List<ChangedDocument> documents = feed().next(3, Duration.ZERO);

        assertThat(ids(documents)).containsExactly("e0", "e1", "e2");
        assertThat(documents.get(0).json())
                .isEqualTo(
                        new EventDocument(TestEvents.event("e0"), documents.get(0).position())
                                .toJson(open.clock().instant()));
    }

    @Test
    void anErasedEventIsPassedAndNotHandedOn() throws Exception {
        open.stores().events().append(TestEvents.numbered("e", 3));
        open.stores().events().erase(TestEvents.event("e1").key());

        List<ChangedDocument> documents = feed().next(10, Duration.ZERO);

        assertThat(ids(documents)).containsExactly("e0", "e2");
        feed().checkpoint(documents.get(1).position());
        assertThat(ids(feed().next(10, Duration.ZERO))).containsExactly("e2");
    }

    @Test
    void theSameEventsComeUntilTheyAreCommitted() throws Exception {
        open.stores().events().append(TestEvents.numbered("e", 5));
        List<ChangedDocument> first = feed().next(3, Duration.ZERO);

        assertThat(feed().next(3, Duration.ZERO)).isEqualTo(first);
        feed().checkpoint(first.get(1).position());

        assertThat(ids(feed().next(10, Duration.ZERO))).containsExactly("e2", "e3", "e4");
    }

    @Test
    void aCheckpointOutlivesARestart() throws Exception {
        open.stores().events().append(TestEvents.numbered("e", 2));
        feed().checkpoint(feed().next(1, Duration.ZERO).get(0).position());

        open.reopen();

        assertThat(ids(feed().next(10, Duration.ZERO))).containsExactly("e1");
    }

    @Test
    void eachConsumerHasItsOwnCheckpoint() throws Exception {
        open.stores().events().append(TestEvents.numbered("e", 1));
        feed().checkpoint(feed().next(1, Duration.ZERO).get(0).position());

        assertThat(feed().next(1, Duration.ZERO)).isEmpty();
        assertThat(ids(open.stores().changeFeed("other").next(1, Duration.ZERO)))
                .containsExactly("e0");
    }

    @Test
    void anEventThatWasThereAlreadyDoesNotComeAgain() throws Exception {
        open.stores().events().append(TestEvents.numbered("e", 1));
        feed().checkpoint(feed().next(1, Duration.ZERO).get(0).position());
        open.stores().events().append(TestEvents.numbered("e", 1));

        assertThat(feed().next(1, Duration.ZERO)).isEmpty();
    }

    @Test
    void withoutEventsTheFeedIsEmptyWhenTheWaitIsOver() throws Exception {
        assertThat(feed().next(1, Duration.ZERO)).isEmpty();
        assertThat(feed().next(1, Duration.ofMillis(1))).isEmpty();
    }

    @Test
    @Timeout(30)
    void whoWaitsIsWokenByTheNextEvent() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<List<ChangedDocument>> waiting = threads.submit(() -> feed().next(1, LONG));
            open.stores().events().append(TestEvents.numbered("e", 1));

            assertThat(ids(waiting.get())).containsExactly("e0");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aBatchOfLargeEventsEndsBeforeItFillsTheMemory() throws Exception {
        String megabyte = '"' + "x".repeat(1_000_000) + '"';
        for (int i = 0; i < 12; i++) {
            open.stores().events().append(List.of(TestEvents.withData("e" + i, megabyte)));
        }

        List<ChangedDocument> first = feed().next(100, Duration.ZERO);
        feed().checkpoint(first.get(first.size() - 1).position());

        assertThat(first).hasSizeBetween(1, 11);
        assertThat(feed().next(100, Duration.ZERO)).hasSize(12 - first.size());
    }
}
