package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.local.host.changefeed.ChangeFeedSource;
import no.altinn.local.host.changefeed.ChangedDocument;
import no.altinn.platform.json.Json;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryDocument;
import no.altinn.rest.record.Tables;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The change feed of a table of entries. */
final class SqliteEntryFeedTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @RegisterExtension final OpenStores open = new OpenStores();

    private Entries messages() {
        return open.stores().entries().of(Tables.MESSAGES);
    }

    private ChangeFeedSource feed() {
        return open.stores().changeFeed(Tables.MESSAGES, "rest.RelayMessages");
    }

    private void put(String id, String text) {
        messages()
                .put(
                        Entry.of(
                                "r1",
                                id,
                                Map.of("state", "active"),
                                Json.object().put("text", text),
                                "body"));
    }

    private static List<String> texts(List<ChangedDocument> documents) {
        return documents.stream()
                .map(document -> read(document).head().path("text").textValue())
                .toList();
    }

    private static Entry read(ChangedDocument document) {
        return new EntryDocument(Tables.MESSAGES).read(Json.parse(document.json()), "");
    }

    private static String last(List<ChangedDocument> documents) {
        return documents.get(documents.size() - 1).position();
    }

    @Test
    void theFeedHandsOnTheLastStateOfEachEntryInTheOrderOfTheLastChange() throws Exception {
        put("1", "old");
        put("2", "two");
        put("1", "new");

        List<ChangedDocument> documents = feed().next(10, Duration.ZERO);

        assertThat(texts(documents)).containsExactly("two", "new");
        assertThat(read(documents.get(0)))
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(messages().find("r1", "2").orElseThrow());
    }

    @Test
    void anEntryThatChangesAgainComesAgain() throws Exception {
        put("1", "first");
        put("2", "two");
        feed().checkpoint(last(feed().next(10, Duration.ZERO)));
        Entry read = messages().find("r1", "1").orElseThrow();

        messages()
                .replace(
                        Entry.of("r1", "1", Map.of(), Json.object().put("text", "second"), ""),
                        read.version());

        assertThat(texts(feed().next(10, Duration.ZERO))).containsExactly("second");
    }

    @Test
    void aWriteThatIsRefusedIsNoChange() throws Exception {
        put("1", "first");
        feed().checkpoint(last(feed().next(10, Duration.ZERO)));
        Entry entry = messages().find("r1", "1").orElseThrow();

        messages().add(entry);
        messages().replace(entry, "0");

        assertThat(feed().next(10, Duration.ZERO)).isEmpty();
    }

    @Test
    void whatIsRemovedIsNotTold() throws Exception {
        put("1", "one");
        put("2", "two");
        messages().remove("r1", "2");
        feed().checkpoint(last(feed().next(10, Duration.ZERO)));
        open.reopen();
        put("3", "three");

        assertThat(texts(feed().next(10, Duration.ZERO))).containsExactly("three");
    }

    @Test
    void eachConsumerAndEachTableHasAPlaceOfItsOwn() throws Exception {
        put("1", "one");
        feed().checkpoint(last(feed().next(10, Duration.ZERO)));
        open.reopen();

        assertThat(feed().next(10, Duration.ZERO)).isEmpty();
        assertThat(open.stores().changeFeed(Tables.MESSAGES, "other").next(10, Duration.ZERO))
                .hasSize(1);
        assertThat(open.stores().changeFeed(Tables.DELEGATIONS, "other").next(1, Duration.ZERO))
                .isEmpty();
    }

    @Test
    void noMoreComeAtOnceThanAreWanted() throws Exception {
        List.of("1", "2", "3").forEach(id -> put(id, id));

        assertThat(texts(feed().next(2, Duration.ZERO))).containsExactly("1", "2");
    }

    @Test
    @Timeout(30)
    void whoWaitsIsWokenByTheNextChange() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<List<ChangedDocument>> waiting = threads.submit(() -> feed().next(1, LONG));
            put("1", "one");

            assertThat(texts(waiting.get())).containsExactly("one");
        } finally {
            threads.shutdownNow();
        }
    }
}
