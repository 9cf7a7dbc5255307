package no.altinn.events.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import no.altinn.events.event.Condition.TypeIn;
import no.altinn.events.event.EventStream.OfAppsAbout;
import no.altinn.events.event.EventStream.OfResource;
import no.altinn.testing.history.Tally;
import no.altinn.testing.log.CapturedLog;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** What every {@link EventStore} promises. */
public abstract class EventStoreContract extends EventQueryContract {
    private static final EventQuery EVERYTHING = new EventQuery(STREAM, List.of());
    private static final EventQuery NOTHING =
            new EventQuery(STREAM, List.of(new TypeIn(List.of("no.such.type"))));
    private static final int WRITERS = 8;
    private static final int READERS = 4;
    private static final int EVENTS_PER_WRITER = 50;
    private static final long SEED = 20_260_101;

    @Test
    void anEventAppendedTwiceIsReadOnce() {
        append(TestEvents.event("1"));
        append(TestEvents.event("1"), TestEvents.event("2"), TestEvents.event("2"));

        assertThat(ids(STREAM)).containsExactly("1", "2");
    }

    @Test
    void anEventThatIsNotStoredAgainIsTold() {
        append(TestEvents.event("1"));
        try (CapturedLog log = CapturedLog.debugging(NotStored.class)) {
            append(TestEvents.event("2"), TestEvents.event("1"), TestEvents.event("2"));

            assertThat(log.lines())
                    .containsExactlyInAnyOrder(
                            "event=1 not stored again: source and id are there already",
                            "event=2 not stored again: source and id are there already");
        }
    }

    @Test
    void nothingIsToldOfARepeatedEventWhileDebuggingIsOff() {
        append(TestEvents.event("1"));
        try (CapturedLog production = CapturedLog.of(NotStored.class)) {
            append(TestEvents.event("1"));

            assertThat(production.lines()).isEmpty();
        }
    }

    @Test
    void anEventThatIsThereStaysAsItIs() {
        append(TestEvents.withData("1", "\"first\""));
        append(TestEvents.withData("1", "\"second\""));

        assertThat(store().find(TestEvents.event("1").key()))
                .contains(TestEvents.withData("1", "\"first\""));
    }

    @Test
    void onlySourceAndIdTogetherAreTheIdentity() {
        append(
                TestEvents.event("1", Map.of("source", "urn:a")),
                TestEvents.event("1", Map.of("source", "urn:b")),
                TestEvents.event("2", Map.of("source", "urn:a")));

        assertThat(ids(STREAM)).containsExactly("1", "1", "2");
    }

    @Test
    void nobodyTakesAnIdentityAwayOnSomebodyElsesResource() {
        String other = "urn:altinn:resource:skd-other";
        append(TestEvents.event("1", Map.of("resource", other)), TestEvents.event("1"));

        assertThat(ids(STREAM)).containsExactly("1");
        assertThat(ids(new EventStream.OfResource(other))).containsExactly("1");
    }

    @Test
    void aBatchIsReadInItsOrder() {
        List<Event> batch = TestEvents.numbered("e", 100);
        store().append(batch);
        settle();

        assertThat(ids(STREAM)).containsExactlyElementsOf(batch.stream().map(Event::id).toList());
    }

    @Test
    void anEmptyBatchChangesNothing() {
        store().append(List.of());

        assertThat(ids(STREAM)).isEmpty();
    }

    @Test
    void anEventIsFoundByItsKey() {
        Event event = TestEvents.event("1", Map.of("subject", "/party/1"));
        append(event, TestEvents.event("2"));

        assertThat(store().find(event.key())).contains(event);
    }

    @Test
    void aKeyOfAnotherResourceOrDocumentFindsNothing() {
        Event event = TestEvents.event("1");
        append(event);

        assertThat(store().find(TestEvents.event("2").key())).isEmpty();
        assertThat(store().find(new EventKey("urn:altinn:resource:x", event.key().document())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"æøå\":\"\\u00e6 😀 \\ud83d\\ude00\",\"n\":1.10,\"big\":123456789012345678901}",
                "[ null , true,  1e400 ]",
                "null",
                "\"line\\nbreak \\u0000 end\"",
                "\"\\ud800\"",
                "{\"\\udc00\":[\"x\\uD83Dy\",\"\\uffff\"]}"
            })
    void theExactTextComesBack(String data) {
        Event event = TestEvents.withData("1", data);
        append(event);

        assertThat(store().find(event.key()).orElseThrow().json())
                .isEqualTo(event.json())
                .contains(data);
        assertThat(all(EVERYTHING, 1).get(0).event().json()).isEqualTo(event.json());
    }

    @ParameterizedTest
    @ValueSource(ints = {64 << 10, 1_000_000})
    void aLargeEventComesBackWhole(int size) {
        Event event = TestEvents.withData("large", '"' + "ø€".repeat(size / 5) + '"');
        append(event);

        assertThat(store().find(event.key()).orElseThrow().json()).isEqualTo(event.json());
    }

    @Test
    void anEventOfAMebibyteOfQuotationMarksComesBackWhole() {
        Event event = TestEvents.quotationMarks("large", 1 << 20);
        append(event);

        assertThat(store().find(event.key()).orElseThrow().json()).isEqualTo(event.json());
        assertThat(all(EVERYTHING, 1).get(0).event().json()).isEqualTo(event.json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"data\":{\"navn\":\"Åse\"}", "\"data_base64\":\"AAEC/w==\""})
    void anErasedEventStaysInItsPlaceWithoutItsData(String data) {
        Event event = TestEvents.withMember("2", data);
        append(TestEvents.event("1"), event, TestEvents.event("3"));
        List<StoredEvent> before = all(EVERYTHING, 10);
        Cursor ofItsId = store().cursorOf(STREAM, "2");

        assertThat(store().erase(event.key())).isTrue();

        List<StoredEvent> after = all(EVERYTHING, 10);
        assertThat(after)
                .extracting(StoredEvent::event)
                .containsExactly(
                        TestEvents.event("1"), TestEvents.event("2"), TestEvents.event("3"));
        assertThat(after)
                .extracting(StoredEvent::cursor)
                .containsExactlyElementsOf(before.stream().map(StoredEvent::cursor).toList());
        assertThat(after).extracting(StoredEvent::isErased).containsExactly(false, true, false);
        assertThat(store().cursorOf(STREAM, "2")).isEqualTo(ofItsId);
    }

    @Test
    void anErasedEventIsNotFoundToBePushed() {
        Event event = TestEvents.withData("1", "1");
        append(event, TestEvents.event("2"));

        store().erase(event.key());

        assertThat(store().find(event.key())).isEmpty();
        assertThat(store().find(TestEvents.event("2").key())).isPresent();
    }

    @Test
    void anEventIsErasedOnceAndAskedAgainItIsErasedStill() {
        Event event = TestEvents.withData("1", "1");
        append(event);

        assertThat(store().erase(event.key())).isTrue();
        assertThat(store().erase(event.key())).isTrue();
        assertThat(all(EVERYTHING, 10))
                .extracting(StoredEvent::event)
                .containsExactly(TestEvents.event("1"));
    }

    @Test
    void anEventThatIsNotThereCannotBeErased() {
        append(TestEvents.withData("1", "1"));

        assertThat(store().erase(TestEvents.event("2").key())).isFalse();
        assertThat(
                        store().erase(
                                        new EventKey(
                                                "urn:altinn:resource:x",
                                                TestEvents.event("1").key().document())))
                .isFalse();
        assertThat(store().find(TestEvents.event("1").key())).isPresent();
    }

    @Test
    void anErasedEventThatIsPublishedAgainStaysErased() {
        Event event = TestEvents.withData("1", "\"secret\"");
        append(event);
        store().erase(event.key());

        append(event, TestEvents.event("2"));

        assertThat(store().find(event.key())).isEmpty();
        assertThat(all(EVERYTHING, 10))
                .extracting(StoredEvent::event)
                .containsExactly(TestEvents.event("1"), TestEvents.event("2"));
    }

    @Test
    void anEventOfAMebibyteOfQuotationMarksIsErased() {
        Event event = TestEvents.quotationMarks("large", 1 << 20);
        append(event);

        assertThat(store().erase(event.key())).isTrue();

        assertThat(all(EVERYTHING, 10))
                .extracting(StoredEvent::event)
                .containsExactly(TestEvents.event("large"));
    }

    @Test
    void anEventWithoutResourceIsErased() {
        Event event = TestEvents.withoutResource("1");
        append(event);

        assertThat(store().erase(event.key())).isTrue();
        assertThat(store().find(event.key())).isEmpty();
    }

    @Test
    void manyWhoEraseAnEventAllSeeItErased() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            Event event = TestEvents.withData("1", "1");
            append(event);
            Callable<Boolean> erasure = () -> store().erase(event.key());
            for (Future<Boolean> erased :
                    threads.invokeAll(Collections.nCopies(WRITERS, erasure))) {
                assertThat(erased.get()).isTrue();
            }
            assertThat(all(EVERYTHING, 10))
                    .extracting(StoredEvent::event)
                    .containsExactly(TestEvents.event("1"));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anEventWithoutResourceIsKeptAndReadByNobody() {
        Event event = TestEvents.withoutResource("1");
        append(event, TestEvents.event("1"), event);

        assertThat(store().find(event.key())).contains(event);
        assertThat(ids(STREAM)).containsExactly("1");
        assertThat(all(EVERYTHING, 10).get(0).event()).isEqualTo(TestEvents.event("1"));
        assertThat(store().cursorOf(STREAM, "1")).isEqualTo(all(EVERYTHING, 1).get(0).cursor());
    }

    @Test
    void anEventThatNoRuleWouldTakeTodayIsStillRead() {
        String id = "x".repeat(33_000);
        Event old =
                TestEvents.stored(
                        id,
                        Map.of(
                                "time", "2026-01-02T03:04Z",
                                "subject", "a\nb",
                                "dataschema", "x",
                                "type", "t".repeat(5_000)));
        append(old, TestEvents.event("new"));

        assertThat(store().find(old.key())).contains(old);
        assertThat(ids(STREAM)).containsExactly(id, "new");
        assertThat(store().cursorOf(STREAM, id)).isEqualTo(all(EVERYTHING, 1).get(0).cursor());
    }

    @Test
    void anEmptyStreamEndsAtOnce() {
        Page page = store().read(EVERYTHING, Cursor.START, 10);

        assertThat(page).isEqualTo(new Page(List.of(), Cursor.START, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 25, 50, 1_000})
    void pagesReadEachEventOnce(int limit) {
        List<Event> events = TestEvents.numbered("e", 50);
        store().append(events);
        settle();

        assertThat(all(EVERYTHING, limit).stream().map(StoredEvent::event).toList())
                .containsExactlyElementsOf(events);
    }

    @Test
    void aFullPageEndsWithItsLastEvent() {
        store().append(TestEvents.numbered("e", 3));
        settle();

        Page page = store().read(EVERYTHING, Cursor.START, 2);

        assertThat(page.events())
                .extracting(stored -> stored.event().id())
                .containsExactly("e0", "e1");
        assertThat(page.examinedTo()).isEqualTo(page.events().get(1).cursor());
        assertThat(page.atEnd()).isFalse();
    }

    @Test
    void atTheEndTheCursorStaysUntilSomethingComes() {
        append(TestEvents.event("1"));
        Page first = store().read(EVERYTHING, Cursor.START, 10);

        Page nothing = store().read(EVERYTHING, first.examinedTo(), 10);
        append(TestEvents.event("2"));
        Page second = store().read(EVERYTHING, nothing.examinedTo(), 10);

        assertThat(first.atEnd()).isTrue();
        assertThat(nothing).isEqualTo(new Page(List.of(), first.examinedTo(), true));
        assertThat(second.events()).extracting(stored -> stored.event().id()).containsExactly("2");
    }

    @Test
    void whatDoesNotMeetTheConditionsIsExaminedOnlyOnce() {
        store().append(TestEvents.numbered("e", 300));
        settle();

        assertThat(all(NOTHING, 10)).isEmpty();
        Page first = store().read(NOTHING, Cursor.START, 10);
        assertThat(first.events()).isEmpty();
        assertThat(first.examinedTo()).isNotEqualTo(Cursor.START);
    }

    @Test
    void eachEventKnowsWhereToGoOnAfterIt() {
        store().append(TestEvents.numbered("e", 5));
        settle();
        Cursor third = store().read(EVERYTHING, Cursor.START, 10).events().get(2).cursor();

        assertThat(store().read(EVERYTHING, third, 10).events())
                .extracting(stored -> stored.event().id())
                .containsExactly("e3", "e4");
    }

    @Test
    void aCursorIsAPlaceInEveryQueryOfTheStream() {
        append(
                TestEvents.event("1", Map.of("type", "a")),
                TestEvents.event("2", Map.of("type", "b")),
                TestEvents.event("3", Map.of("type", "a")));
        EventQuery query = new EventQuery(STREAM, List.of(new TypeIn(List.of("a"))));

        assertThat(store().read(query, store().cursorOf(STREAM, "2"), 10).events())
                .extracting(stored -> stored.event().id())
                .containsExactly("3");
    }

    @Test
    void theCursorOfAnEventGoesOnAfterIt() {
        append(TestEvents.event("1"), TestEvents.event("2"), TestEvents.event("3"));

        assertThat(store().cursorOf(STREAM, "2"))
                .isEqualTo(store().read(EVERYTHING, Cursor.START, 10).events().get(1).cursor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "gone", "", "~", "' OR 1=1 --"})
    void theCursorOfAnUnknownEventStartsFromTheBeginning(String id) {
        append(TestEvents.event("known"));

        assertThat(store().cursorOf(STREAM, id)).isEqualTo(Cursor.START);
    }

    @Test
    void theCursorOfAnEventOfAnotherStreamStartsFromTheBeginning() {
        append(TestEvents.event("1", Map.of("subject", "/party/1")));

        assertThat(store().cursorOf(new OfResource("urn:altinn:resource:x"), "1"))
                .isEqualTo(Cursor.START);
        assertThat(store().cursorOf(new OfAppsAbout("/party/1"), "1")).isEqualTo(Cursor.START);
    }

    @Test
    void ofEventsWithTheSameIdTheFirstOneGivesTheCursor() {
        Map<String, String> app =
                Map.of("resource", "urn:altinn:resource:app_ttd_a", "subject", "/party/1");
        Map<String, String> other = new HashMap<>(app);
        other.put("source", "urn:other");
        append(TestEvents.event("same", app), TestEvents.event("same", other));

        for (EventStream stream :
                List.of(
                        new OfResource("urn:altinn:resource:app_ttd_a"),
                        new OfAppsAbout("/party/1"))) {
            Cursor cursor = store().cursorOf(stream, "same");
            Page page = store().read(new EventQuery(stream, List.of()), cursor, 10);
            assertThat(page.events())
                    .extracting(stored -> stored.event().source().toString())
                    .containsExactly("urn:other");
        }
    }

    @Test
    void fromNowOnOnlyLaterEventsAreRead() {
        append(
                TestEvents.event("1"),
                TestEvents.event("2", Map.of("resource", "urn:altinn:resource:ttd-other")));
        Cursor now = store().now();

        assertThat(store().read(EVERYTHING, now, 10)).isEqualTo(new Page(List.of(), now, true));
        append(TestEvents.event("3"), TestEvents.event("4"));
        assertThat(store().read(EVERYTHING, now, 10).events())
                .extracting(stored -> stored.event().id())
                .containsExactly("3", "4");
    }

    @Test
    void fromNowOnInAnEmptyStoreEveryEventIsRead() {
        Cursor now = store().now();

        append(TestEvents.event("1"));

        assertThat(store().read(EVERYTHING, now, 10).events()).hasSize(1);
    }

    @Test
    void nowIsAPlaceInEveryStream() {
        Map<String, String> app =
                Map.of("resource", "urn:altinn:resource:app_ttd_a", "subject", "/party/1");
        append(TestEvents.event("1", app));
        Cursor now = store().now();
        append(TestEvents.event("2", app));

        EventQuery ofApps = new EventQuery(new OfAppsAbout("/party/1"), List.of());
        assertThat(store().read(ofApps, now, 10).events())
                .extracting(stored -> stored.event().id())
                .containsExactly("2");
    }

    @Test
    @Timeout(120)
    void readersWhoBeginNowMissNothingThatIsAppendedAfterwards() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<Integer>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(threads.submit(writing(writer, new Random(SEED - 1 - writer))));
            }
            List<String> expected = new ArrayList<>();
            List<Cursor> cursors = new ArrayList<>();
            for (int reader = 0; reader < 20; reader++) {
                cursors.add(store().now());
                expected.add("after-" + reader);
                store().append(List.of(TestEvents.event("after-" + reader)));
            }
            for (Future<Integer> writer : writers) {
                writer.get();
            }
            settle();
            for (int reader = 0; reader < 20; reader++) {
                assertThat(everythingAfter(cursors.get(reader)))
                        .containsAll(expected.subList(reader, expected.size()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Page by page: a store that is busy gives shorter ones. */
    private List<String> everythingAfter(Cursor cursor) {
        List<String> seen = new ArrayList<>();
        Page page;
        do {
            page = store().read(EVERYTHING, cursor, 1_000);
            page.events().forEach(stored -> seen.add(stored.event().id()));
            cursor = page.examinedTo();
        } while (!page.atEnd());
        return seen;
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such_place", "-1", "A", "99999999999999999999999999", "~"})
    void aForeignCursorIsRefused(String position) {
        append(TestEvents.event("1"));

        assertThatThrownBy(() -> store().read(EVERYTHING, new Cursor(position), 10))
                .isInstanceOf(InvalidCursor.class);
    }

    @Test
    @Timeout(120)
    void readersNeverSeeAnEventAppearBehindTheirCursor() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS);
        try {
            List<Future<List<String>>> readers = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(threads.submit(reading(new Random(SEED + reader))));
            }
            List<Future<Integer>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.add(threads.submit(writing(writer, new Random(SEED - 1 - writer))));
            }
            for (Future<Integer> writer : writers) {
                assertThat(writer.get()).isEqualTo(EVENTS_PER_WRITER);
            }
            List<String> first = readers.get(0).get();
            assertThat(first).doesNotHaveDuplicates().hasSize(WRITERS * EVENTS_PER_WRITER);
            for (Future<List<String>> reader : readers) {
                assertThat(reader.get()).containsExactlyElementsOf(first);
            }
            assertThat(ids(STREAM)).containsExactlyElementsOf(first);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Appends a writer's events in batches of one to four. */
    private Callable<Integer> writing(int writer, Random random) {
        return () -> {
            List<Event> events = TestEvents.numbered("w" + writer + "-", EVENTS_PER_WRITER);
            int written = 0;
            while (written < events.size()) {
                int end = Math.min(events.size(), written + 1 + random.nextInt(4));
                store().append(events.subList(written, end));
                written = end;
            }
            return written;
        };
    }

    /** Follows the stream with one cursor until as many events as are written have been seen. */
    private Callable<List<String>> reading(Random random) {
        return () -> {
            List<String> seen = new ArrayList<>();
            Cursor cursor = Cursor.START;
            while (seen.size() < WRITERS * EVENTS_PER_WRITER && !Thread.interrupted()) {
                Page page = store().read(EVERYTHING, cursor, 1 + random.nextInt(20));
                page.events().forEach(stored -> seen.add(stored.event().id()));
                cursor = page.examinedTo();
            }
            return seen;
        };
    }

    private Tally.Run history(EventStore store) {
        return seed -> CursorHistory.verdict(store, this::pass, seed);
    }

    private Tally histories(EventStore store, int count) throws InterruptedException {
        return Tally.of(1, count, history(store));
    }

    @Test
    void whatReadersSeeWhileOthersPublishCouldHaveComeOneAfterTheOther(TestReporter reporter)
            throws InterruptedException {
        Tally tally = histories(store(), 10);

        reporter.publishEntry("cursors", tally.toString());
        assertThat(tally.isExplained()).as("%s", tally).isTrue();
    }

    @Test
    @Tag("proof")
    void manyHistoriesOfReadersCouldHaveComeOneAfterTheOther(TestReporter reporter)
            throws InterruptedException {
        Tally tally = histories(store(), 500);

        reporter.publishEntry("cursors", tally.toString());
        assertThat(tally.isExplained()).as("%s", tally).isTrue();
    }

    @Test
    void manyWhoAppendTheSameEventsLeaveThemOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Event> events = TestEvents.numbered("e", 20);
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                calls.add(
                        () -> {
                            events.forEach(event -> store().append(List.of(event)));
                            return true;
                        });
            }
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                call.get();
            }
            settle();
            assertThat(ids(STREAM)).hasSize(20);
            assertThat(new HashSet<>(ids(STREAM))).hasSize(20);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aReaderBeginsAtAnInstantWithoutReadingWhatWasRegisteredBefore() {
        Instant beginning = pass(Duration.ofMinutes(1));
        append(TestEvents.event("1"), TestEvents.event("2"));
        Instant middle = pass(Duration.ofMinutes(1));
        append(TestEvents.event("3"));
        append(TestEvents.event("4", Map.of("resource", "urn:altinn:resource:ttd-other")));
        Instant end = pass(Duration.ofMinutes(1));

        assertThat(idsFrom(beginning)).containsExactly("1", "2", "3");
        assertThat(idsFrom(middle)).containsExactly("3");
        assertThat(idsFrom(end)).isEmpty();
        append(TestEvents.event("5"));
        assertThat(idsFrom(end)).containsExactly("5");
        assertThat(idsFrom(Instant.EPOCH)).containsExactly("1", "2", "3", "5");
    }

    private List<String> idsFrom(Instant instant) {
        return store().read(EVERYTHING, store().at(instant), 100).events().stream()
                .map(stored -> stored.event().id())
                .toList();
    }

    @Test
    void anEmptyStoreHasAPlaceForEveryInstantToo() {
        Instant now = pass(Duration.ofMinutes(1));

        assertThat(store().read(EVERYTHING, store().at(now), 10).events()).isEmpty();
        append(TestEvents.event("1"));
        assertThat(idsFrom(now)).containsExactly("1");
    }

    @Test
    void anEventTellsWhenItWasRegistered() {
        Instant before = pass(Duration.ofMinutes(1));
        append(TestEvents.event("1"));
        Instant after = pass(Duration.ofMinutes(1));

        assertThat(store().read(EVERYTHING, Cursor.START, 10).events())
                .singleElement()
                .satisfies(
                        stored ->
                                assertThat(stored.registered())
                                        .isBetween(before.truncatedTo(ChronoUnit.MILLIS), after));
    }

    @Test
    void theKeysOfEventsWithOneIdAreFoundOnTheirResource() {
        Event first = TestEvents.event("1", Map.of("source", "urn:a"));
        Event second = TestEvents.event("1", Map.of("source", "urn:b"));
        append(first);
        append(
                second,
                TestEvents.event("2"),
                TestEvents.event("1", Map.of("resource", "urn:altinn:resource:ttd-other")));

        assertThat(store().withId(TestEvents.RESOURCE, "1", 10))
                .containsExactly(first.key(), second.key());
        assertThat(store().withId(TestEvents.RESOURCE, "1", 1)).containsExactly(first.key());
        assertThat(store().withId(TestEvents.RESOURCE, "3", 10)).isEmpty();
    }

    @Test
    void aStoreWhosePagesAreInAnotherOrderIsFoundOut() throws InterruptedException {
        EventStore real = store();
        EventStore broken = mock(EventStore.class, delegatesTo(real));
        doAnswer(
                        call -> {
                            Page page =
                                    real.read(
                                            call.getArgument(0),
                                            call.getArgument(1),
                                            call.getArgument(2));
                            List<StoredEvent> events = new ArrayList<>(page.events());
                            Collections.reverse(events);
                            return new Page(events, page.examinedTo(), page.atEnd());
                        })
                .when(broken)
                .read(any(), any(), anyInt());

        assertThat(Tally.untilRefuted(1, 100, history(broken)).refuted()).isNotEmpty();
    }

    @Test
    void aStoreThatWritesAfterItsAnswerIsFoundOut() throws InterruptedException {
        EventStore real = store();
        EventStore broken = mock(EventStore.class, delegatesTo(real));
        AtomicInteger appends = new AtomicInteger();
        Queue<List<Event>> late = new ConcurrentLinkedQueue<>();
        doAnswer(
                        call -> {
                            int append = appends.getAndIncrement() % 4;
                            if (append == 0) {
                                late.add(call.getArgument(0));
                                return null;
                            }
                            real.append(call.getArgument(0));
                            if (append == 3) {
                                Optional.ofNullable(late.poll()).ifPresent(real::append);
                            }
                            return null;
                        })
                .when(broken)
                .append(any());

        assertThat(Tally.untilRefuted(1, 100, history(broken)).refuted()).isNotEmpty();
    }
}
