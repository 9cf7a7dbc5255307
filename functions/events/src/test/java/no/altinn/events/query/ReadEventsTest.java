package no.altinn.events.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.InvalidCursor;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.event.TestEvents;
import no.altinn.events.policy.Callers;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

class ReadEventsTest {
    private static final EventQuery QUERY =
            new EventQuery(new EventStream.OfResource("urn:altinn:resource:r"), List.of());
    private static final AltinnToken CALLER = new Callers().org("");

    private final MutableClock clock = MutableClock.at("2026-03-01T00:00:00Z");
    private final FakeEventStore store = new FakeEventStore(event -> true, 1_000);

    @Test
    void thePageHoldsTheFirstEventsAndGoesOnAfterTheLast() {
        append(5);

        EventPage page = read("", 3, event -> true);

        assertThat(ids(page)).containsExactly("e1", "e2", "e3");
        assertThat(page.after()).contains("e3");
        assertThat(ids(read("e3", 3, event -> true))).containsExactly("e4", "e5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1", "unknown"})
    void anUnknownIdBeginsAtTheStart(String after) {
        append(2);

        assertThat(ids(read(after, 50, event -> true))).containsExactly("e1", "e2");
    }

    @Test
    void beginningNowIsAnEmptyPageThatLeadsToLaterEvents() {
        append(3);

        EventPage page = read("now", 50, event -> true);

        assertThat(page.events()).isEmpty();
        assertThat(page.after()).contains("~3");
        assertThat(store.reads()).isZero();
        assertThat(read("~3", 50, event -> true).after()).isEmpty();
        append(2);
        assertThat(ids(read("~3", 50, event -> true))).containsExactly("e4", "e5");
    }

    @Test
    void beginningNowInAnEmptyStreamLeadsToTheFirstEvent() {
        String after = read("now", 50, event -> true).after().orElseThrow();
        append(1);

        assertThat(ids(read(after, 50, event -> true))).containsExactly("e1");
    }

    @Test
    void anEventNamedNowIsNoWayOn() {
        store.append(List.of(event("now", "https://a.example")));

        assertThat(read("", 50, event -> true).after()).contains("~1");
    }

    @Test
    void onlyLowerCaseMeansNow() {
        append(1);

        assertThat(ids(read("NOW", 50, event -> true))).containsExactly("e1");
    }

    @Test
    void theWayOnIsTheIdWhenTheLastReturnedWasTheLastExamined() {
        append(3);

        assertThat(read("", 50, is("e3")).after()).contains("e3");
    }

    @ParameterizedTest
    @CsvSource({"500, true", "501, false", "1024, false"})
    void anIdThatWouldMakeTheWayOnLongIsToldAsACursor(int length, boolean isTold) {
        String id = "x".repeat(length);
        store.append(List.of(SampleEvent.of("id", id), SampleEvent.of("id", "last")));

        String after = read("", 1, event -> true).after().orElseThrow();

        assertThat(after.equals(id)).isEqualTo(isTold);
        assertThat(after).hasSizeLessThanOrEqualTo(500);
        assertThat(ids(read(after, 50, event -> true))).containsExactly("last");
        assertThat(ids(read(id, 50, event -> true))).containsExactly("last");
    }

    @Test
    void anIdThatCannotBeSentInAnAddressIsToldAsACursor() {
        for (String id : List.of("\uD800", "a\nb", "x".repeat(33_000))) {
            store.append(
                    List.of(TestEvents.stored(id, Map.of("resource", "urn:altinn:resource:r"))));

            EventPage page = read("", 50, event -> true);

            assertThat(page.after())
                    .hasValueSatisfying(
                            after -> assertThat(after).startsWith("~").hasSizeLessThan(100));
        }
    }

    @Test
    void theWayOnTellsNoIdWhenTheLastExaminedWasWithheld() {
        append(3);

        EventPage page = read("", 50, is("e1"));

        assertThat(ids(page)).containsExactly("e1");
        assertThat(page.after()).hasValueSatisfying(after -> assertThat(after).startsWith("~"));
        assertThat(page.after().orElseThrow()).doesNotContain("e");
    }

    @Test
    void aPageOfWithheldEventsStillGivesANextLink() {
        append(3);

        EventPage page = read("", 50, event -> false);

        assertThat(page.events()).isEmpty();
        assertThat(page.after()).isPresent();
        append(1);
        assertThat(ids(read(page.after().orElseThrow(), 50, event -> true))).containsExactly("e4");
    }

    @Test
    void nothingNewGivesNoNextLink() {
        assertThat(read("", 50, event -> true).after()).isEmpty();
        append(3);
        assertThat(read("e3", 50, event -> true).after()).isEmpty();
        assertThat(read("~3", 50, event -> true).after()).isEmpty();
    }

    @Test
    void aPageIsFilledUpFromThoseThatFollow() {
        append(9);

        EventPage page = read("", 3, event -> event.id().matches("e[258]"));

        assertThat(ids(page)).containsExactly("e2", "e5", "e8");
    }

    @Test
    void atMostTenPagesWorthIsExamined() {
        append(100);

        EventPage page = read("", 5, event -> event.id().equals("e100"));

        assertThat(page.events()).isEmpty();
        assertThat(page.after()).contains("~50");
        assertThat(store.reads()).isEqualTo(10);
    }

    @Test
    void moreThanFitsIsLeftForTheNextPage() {
        append(4);

        EventPage page = read("", 2, event -> !event.id().equals("e1"));

        assertThat(ids(page)).containsExactly("e2", "e3");
        assertThat(page.after()).contains("e3");
    }

    @Test
    void anIdThatIsThereTwiceIsNoWayOn() {
        store.append(List.of(event("x", "https://a.example"), event("x", "https://b.example")));

        EventPage page = read("", 50, event -> true);

        assertThat(page.events()).hasSize(2);
        assertThat(page.after()).contains("~2");
    }

    @Test
    void anIdThatLooksLikeACursorIsNoWayOn() {
        store.append(List.of(event("~1", "https://a.example")));

        assertThat(read("", 50, event -> true).after()).contains("~1");
        assertThat(read("~1", 50, event -> true).after()).isEmpty();
    }

    @Test
    void aStoreThatStopsAmongOthersEventsIsFollowedOn() {
        FakeEventStore slow = new FakeEventStore(event -> event.id().equals("e30"), 10);
        slow.append(events(30));
        ReadEvents read = new ReadEvents(slow, clock);

        EventPage first = read.read(CALLER, all(), QUERY, "", 50);

        assertThat(first.events()).isEmpty();
        assertThat(first.after()).contains("~10");
        EventPage second = read.read(CALLER, all(), QUERY, "~20", 50);
        assertThat(ids(second)).containsExactly("e30");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~ ", "~a b", "~'", "~æ", "~~", "~%", "~../x"})
    void aCursorThatIsNoneIsRefused(String after) {
        assertThatExceptionOfType(InvalidCursor.class)
                .isThrownBy(() -> read(after, 50, event -> true));
    }

    @Test
    void aSlowStoreEndsAPageThatCanBeGoneOnFrom() {
        append(9);
        EventPage first =
                read(
                        "",
                        3,
                        event -> {
                            clock.advance(Duration.ofSeconds(4));
                            return false;
                        });
        assertThat(first.events()).isEmpty();

        assertThat(ids(read(first.after().orElseThrow(), 50, event -> true)))
                .containsExactly("e4", "e5", "e6", "e7", "e8", "e9");
    }

    @Test
    void largeEventsEndAPageAlsoWhenTheyAreWithheld() {
        String megabyte = "x".repeat(1 << 20);
        store.append(
                IntStream.rangeClosed(1, 30)
                        .mapToObj(i -> SampleEvent.of("id", "e" + i, "data", megabyte))
                        .toList());
        List<Event> asked = new ArrayList<>();

        EventPage page =
                read(
                        "",
                        3,
                        event -> {
                            asked.add(event);
                            return false;
                        });

        assertThat(asked).hasSize(9);
        assertThat(page.after()).isPresent();
    }

    @Test
    void aCursorThatIsTooLongIsRefused() {
        assertThatExceptionOfType(InvalidCursor.class)
                .isThrownBy(() -> read("~" + "1".repeat(101), 50, event -> true));
    }

    @Test
    void thePolicyIsNotAskedAboutNothing() {
        EventPage page =
                new ReadEvents(store, clock)
                        .read(
                                CALLER,
                                (caller, events) -> {
                                    throw new AssertionError("asked about " + events);
                                },
                                QUERY,
                                "",
                                50);

        assertThat(page.events()).isEmpty();
    }

    private EventPage read(String after, int size, Predicate<Event> readable) {
        ReadPolicy policy = (caller, events) -> events.stream().filter(readable).toList();
        return new ReadEvents(store, clock).read(CALLER, policy, QUERY, after, size);
    }

    private static ReadPolicy all() {
        return (caller, events) -> events;
    }

    private static Predicate<Event> is(String id) {
        return event -> event.id().equals(id);
    }

    private void append(int count) {
        int before = (int) IntStream.iterate(1, i -> i + 1).takeWhile(this::has).count();
        store.append(events(before + count).subList(before, before + count));
    }

    private boolean has(int number) {
        return !store.cursorOf(QUERY.stream(), "e" + number).position().isEmpty();
    }

    private static List<Event> events(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> event("e" + i, "https://s.example"))
                .toList();
    }

    private static Event event(String id, String source) {
        return SampleEvent.of("id", id, "source", source);
    }

    private static List<String> ids(EventPage page) {
        return page.events().stream().map(Event::id).toList();
    }
}
