package no.altinn.rest.happening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.json.Json;
import no.altinn.platform.json.MalformedMessage;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryDocument;
import no.altinn.rest.record.MemoryEntryStore;
import no.altinn.rest.record.Tables;
import no.altinn.testing.log.CapturedLog;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class HappeningFeedTest {
    private static final Set<String> OWN = Set.of("1001/1", "2001/1");

    private final MutableClock clock = MutableClock.at("2026-01-02T09:00:00Z");
    private final MemoryEntryStore store = new MemoryEntryStore(clock);
    private final HappeningFeed feed = new HappeningFeed(store.of(Tables.HAPPENINGS), clock);

    private static Happening happening(String id, Instant time) {
        return new Happening(
                id,
                HappeningType.MESSAGE_CREATED,
                50000001,
                "r50000001/messages/a1",
                time,
                Json.object());
    }

    private void keep(String service, String... ids) {
        keep(service, clock.instant(), ids);
    }

    private void keep(String service, Instant time, String... ids) {
        ObjectNode head = Json.object();
        for (String id : ids) {
            Happenings.add(head, happening(id, time));
        }
        Entry entry = Entry.of("50000001", "a1", Map.of("service", service), head, "");
        ArrayNode documents = Json.object().putArray("documents");
        documents.add(new EntryDocument(Tables.MESSAGES).write(entry));
        feed.keep(Tables.MESSAGES, Account.KEPT, documents.toString());
    }

    private void settle() {
        clock.advance(HappeningFeed.SETTLING);
    }

    private List<String> ids(Optional<FeedOffset> after, int most) {
        return feed.after(OWN, after, most).stream().map(each -> each.happening().id()).toList();
    }

    private List<String> all() {
        return ids(Optional.empty(), HappeningFeed.MOST);
    }

    @Test
    void whatHappenedIsGivenInItsOrder() {
        keep("1001/1", "c");
        clock.advance(Duration.ofMillis(1));
        keep("2001/1/archive", "a", "b");
        settle();

        assertThat(all()).containsExactly("c", "a", "b");
    }

    @Test
    void whatHappenedWithOthersServicesIsNotGiven() {
        keep("1002/1", "a");
        keep("1001/11", "b");
        settle();

        assertThat(all()).isEmpty();
        assertThat(feed.after(Set.of(), Optional.empty(), 10)).isEmpty();
    }

    @Test
    void anEntryWithoutAServiceIsLeftOut() {
        ObjectNode head = Json.object();
        Happenings.add(head, happening("a", clock.instant()));
        Entry entry = Entry.of("50000001", "r1-UTINN", Map.of("role", "UTINN"), head, "");
        feed.keep(
                Tables.DELEGATIONS,
                Account.KEPT,
                "[" + new EntryDocument(Tables.DELEGATIONS).write(entry) + "]");
        settle();

        assertThat(all()).isEmpty();
    }

    @Test
    void whatIsToldAgainIsKeptOnceWhereItWas() {
        keep("1001/1", "a");
        clock.advance(Duration.ofSeconds(1));
        keep("1001/1", "a", "b");
        settle();
        // Another instance of the app remembers nothing.
        HappeningFeed other = new HappeningFeed(store.of(Tables.HAPPENINGS), clock);
        ObjectNode head = Json.object();
        Happenings.add(head, happening("a", clock.instant()));
        Entry entry = Entry.of("50000001", "a1", Map.of("service", "1001/1"), head, "");
        other.keep(
                Tables.MESSAGES,
                Account.KEPT,
                "[" + new EntryDocument(Tables.MESSAGES).write(entry) + "]");
        settle();

        assertThat(all()).containsExactly("a", "b");
    }

    @Test
    void aReaderWhoGoesOnReadsEachOnceHoweverManyHaveOneInstant() {
        for (int i = 0; i < 30; i++) {
            keep("1001/1", "x" + i, "y" + i);
        }
        settle();

        List<String> read = new ArrayList<>();
        Optional<FeedOffset> offset = Optional.empty();
        for (int i = 0; i < 40; i++) {
            List<HappeningFeed.Placed> page = feed.after(OWN, offset, 2);
            page.forEach(each -> read.add(each.happening().id()));
            if (!page.isEmpty()) {
                offset = FeedOffset.read(page.get(page.size() - 1).offset().text());
            }
        }

        assertThat(read).hasSize(60).doesNotHaveDuplicates();
        assertThat(new HashSet<>(read)).hasSize(60);
    }

    @Test
    void moreThanAPageOfOneInstantStopsNobody() {
        for (int i = 0; i < 600; i++) {
            keep("1001/1", "x%03d".formatted(i));
        }
        settle();
        FeedOffset late = feed.after(OWN, Optional.empty(), 599).get(598).offset();

        assertThat(ids(Optional.of(late), 1)).containsExactly("x599");
    }

    @Test
    void whatWasKeptJustNowIsGivenOnceEarlierWritesHaveEnded() {
        keep("1001/1", "a");
        clock.advance(HappeningFeed.SETTLING.minusMillis(1));
        assertThat(all()).isEmpty();

        clock.advance(Duration.ofMillis(1));
        assertThat(all()).containsExactly("a");
    }

    @Test
    void whatIsOldGoesAwayAndDoesNotComeBack() {
        Instant then = clock.instant();
        keep("1001/1", "a");
        clock.advance(HappeningFeed.KEPT);
        keep("1001/1", then, "a");
        settle();

        assertThat(all()).isEmpty();
    }

    @Test
    void aDocumentThatHoldsNoEntryHoldsUpNone() {
        Entry entry = Entry.of("50000001", "a1", Map.of("service", "1001/1"), head("a"), "");
        try (CapturedLog log = CapturedLog.of(HappeningFeed.class)) {
            feed.keep(Tables.MESSAGES, Account.KEPT, "[{\"id\":5}]");
            assertThat(log.lines()).singleElement().asString().contains("holds no entry");
        }
        feed.keep(
                Tables.MESSAGES,
                Account.KEPT,
                "[{\"id\":5}," + new EntryDocument(Tables.MESSAGES).write(entry) + "]");
        settle();

        assertThat(all()).containsExactly("a");
        assertThatExceptionOfType(MalformedMessage.class)
                .isThrownBy(() -> feed.keep(Tables.MESSAGES, Account.KEPT, "{}"));
    }

    private ObjectNode head(String id) {
        ObjectNode head = Json.object();
        Happenings.add(head, happening(id, clock.instant()));
        return head;
    }

    @Test
    void anyOtherWordIsNoOffset() {
        for (String word : List.of("", "1", "x", "MjAyNg", "!", "../..", "æ")) {
            assertThat(FeedOffset.read(word)).as(word).isEmpty();
        }
    }
}
