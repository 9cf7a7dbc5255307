package no.altinn.local.store;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.event.Condition.SourceLike;
import no.altinn.events.event.Condition.TypeIn;
import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStoreContract;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.EventStream.OfResource;
import no.altinn.events.event.Page;
import no.altinn.events.event.TestEvents;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

final class SqliteEventStoreTest extends EventStoreContract {
    private static final EventStream STREAM = new OfResource(TestEvents.RESOURCE);

    @RegisterExtension final OpenStores open = new OpenStores();

    @Override
    protected EventStore store() {
        return open.stores().events();
    }

    @Override
    protected Instant pass(Duration time) {
        open.clock().advance(time);
        return open.clock().instant();
    }

    @Test
    void aPlaceInTimeIsFoundAmongManyEventsAndWhereSomeWereRemoved() {
        List<Instant> hours = new ArrayList<>();
        for (int hour = 0; hour < 40; hour++) {
            hours.add(pass(Duration.ofHours(1)));
            store().append(TestEvents.numbered(hour + "-", 7));
        }
        open.stores().retention().removeSomeOlderThan(hours.get(9));

        for (int hour = 9; hour < 40; hour++) {
            assertThat(store().read(everything(), store().at(hours.get(hour)), 1).events())
                    .extracting(stored -> stored.event().id())
                    .containsExactly(hour + "-0");
        }
        assertThat(store().at(hours.get(3))).isEqualTo(store().at(Instant.EPOCH));
    }

    @Test
    void eventsAndCursorsOutliveARestart() {
        store().append(TestEvents.numbered("e", 3));
        Cursor first = store().read(everything(), Cursor.START, 1).examinedTo();

        open.reopen();

        assertThat(store().read(everything(), first, 10).events())
                .extracting(stored -> stored.event().id())
                .containsExactly("e1", "e2");
    }

    @Test
    void aReadThatFindsNothingStopsAfterABoundedStretchAndSaysSo() {
        int most = SqliteEventStore.EXAMINED_AT_MOST;
        for (int batch = 0; batch < most / 500; batch++) {
            store().append(TestEvents.numbered("e" + batch + "-", 500));
        }
        store().append(List.of(TestEvents.event("last", Map.of("type", "rare"))));
        EventQuery rare = new EventQuery(STREAM, List.of(new TypeIn(List.of("rare"))));

        Page first = store().read(rare, Cursor.START, 10);
        Page second = store().read(rare, first.examinedTo(), 10);

        assertThat(first.events()).isEmpty();
        assertThat(first.examinedTo()).isEqualTo(new Cursor(Integer.toString(most)));
        assertThat(first.atEnd()).isFalse();
        assertThat(second.events()).hasSize(1);
        assertThat(second.atEnd()).isTrue();
    }

    @Test
    void aPageOfLargeEventsEndsBeforeItFillsTheMemory() {
        String megabyte = '"' + "x".repeat(1_000_000) + '"';
        for (int i = 0; i < 12; i++) {
            store().append(List.of(TestEvents.withData("e" + i, megabyte)));
        }

        Page page = store().read(everything(), Cursor.START, 1_000);

        assertThat(page.events()).hasSizeBetween(1, 11);
        assertThat(page.atEnd()).isFalse();
        assertThat(store().read(everything(), page.examinedTo(), 1_000).atEnd()).isTrue();
    }

    @Test
    void aPageThatEndsWithTheStreamSaysSo() {
        store().append(TestEvents.numbered("e", 2));

        assertThat(store().read(everything(), Cursor.START, 2).atEnd()).isTrue();
    }

    @Test
    void caseDoesNotCountInAnySourcesLetters() {
        Event event = TestEvents.event("1", Map.of("source", "https://example.no/ÆØÅ"));
        store().append(List.of(event));

        assertThat(
                        store().read(
                                        new EventQuery(
                                                STREAM, List.of(new SourceLike(List.of("%/æøå")))),
                                        Cursor.START,
                                        10)
                                .events())
                .extracting(stored -> stored.event())
                .containsExactly(event);
    }

    @Test
    void thousandsOfPatternsAreNoMoreThanALongList() {
        store().append(List.of(TestEvents.event("1")));
        List<String> patterns = Collections.nCopies(5_000, "no%such_source");
        EventQuery query = new EventQuery(STREAM, List.of(new SourceLike(patterns)));

        assertThat(store().read(query, Cursor.START, 10).events()).isEmpty();
    }

    private static EventQuery everything() {
        return new EventQuery(STREAM, List.of());
    }
}
