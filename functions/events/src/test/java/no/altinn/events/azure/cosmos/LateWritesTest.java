package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.Page;
import no.altinn.events.event.TestEvents;
import no.altinn.platform.client.Unavailable;
import no.altinn.testing.cosmos.Fault;
import no.altinn.testing.cosmos.Ledger;
import no.altinn.testing.cosmos.Operation;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * An event whose write the account carries out after everybody has given it up is behind readers'
 * backs; published again, it comes before them.
 */
@Tag("proof")
class LateWritesTest {
    private static final EventQuery EVERYTHING =
            new EventQuery(new EventStream.OfResource(TestEvents.RESOURCE), List.of());
    private static final Event EVENT = TestEvents.event("1");

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess(OpenCosmos.IMPATIENT);

    private EventStore store() {
        return cosmos.stores().events();
    }

    private List<String> readableAfter(Cursor cursor) {
        cosmos.settle();
        return store().read(EVERYTHING, cursor, 100).events().stream()
                .map(stored -> stored.event().id())
                .toList();
    }

    private Cursor after(String id) {
        return store().cursorOf(EVERYTHING.stream(), id);
    }

    /** Where the event is read now. */
    private Cursor place() {
        cosmos.settle();
        return store().read(EVERYTHING, Cursor.START, 100).events().stream()
                .filter(stored -> stored.event().equals(EVENT))
                .findFirst()
                .orElseThrow()
                .cursor();
    }

    /** Where a reader is who has read everything, ten seconds later. */
    private Cursor aReaderPassesBy(String eventMeanwhile) {
        cosmos.clock().advance(Duration.ofSeconds(10));
        store().append(List.of(TestEvents.event(eventMeanwhile)));
        cosmos.settle();
        Page page = store().read(EVERYTHING, Cursor.START, 100);
        assertThat(page.atEnd()).isTrue();
        return page.examinedTo();
    }

    private void holdUp(Operation operation, CountDownLatch until) {
        cosmos.server().faults().next(operation, 4, new Fault.After(() -> awaitQuietly(until)));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void appendInVain() {
        assertThatThrownBy(() -> store().append(List.of(EVENT))).isInstanceOf(Unavailable.class);
    }

    /** Has the event stored behind the reader whose place is returned. */
    private Cursor storedLate() {
        CountDownLatch readerIsPast = new CountDownLatch(1);
        holdUp(Operation.CREATE, readerIsPast);
        appendInVain();
        Cursor cursor = aReaderPassesBy("other");
        readerIsPast.countDown();
        await().until(() -> store().find(EVENT.key()).isPresent());
        return cursor;
    }

    private long patches() {
        return cosmos.server().ledger().take().stream()
                .map(Ledger.Entry::operation)
                .filter(Operation.PATCH::equals)
                .count();
    }

    @Test
    void publishedAgainItIsReadByThoseWhoWerePastIt() {
        Cursor passed = storedLate();
        assertThat(readableAfter(passed)).isEmpty();

        store().append(List.of(EVENT));

        assertThat(readableAfter(passed)).containsExactly("1");
        assertThat(readableAfter(Cursor.START)).containsExactly("other", "1");
    }

    @Test
    void publishedAThirdTimeItStaysWhereItHasCome() {
        storedLate();
        store().append(List.of(EVENT));
        Cursor second = place();
        cosmos.clock().advance(Duration.ofDays(1));

        store().append(List.of(EVENT));

        assertThat(place()).isEqualTo(second);
    }

    @Test
    void whoHasReadItInItsFirstPlaceGoesOnFromThere() {
        storedLate();
        assertThat(readableAfter(Cursor.START)).containsExactly("1", "other");
        assertThat(readableAfter(after("1"))).containsExactly("other");

        store().append(List.of(EVENT));
        store().append(List.of(TestEvents.event("next")));

        assertThat(readableAfter(after("1"))).containsExactly("other", "1", "next");
    }

    @Test
    void itsFirstPlaceIsItsIdsThoughAnotherEventOfThatIdCameBetween() {
        storedLate();
        Cursor first = after("1");
        store().append(List.of(TestEvents.event("1", Map.of("source", "https://other.example"))));

        store().append(List.of(EVENT));

        cosmos.settle();
        assertThat(after("1")).isEqualTo(first);
    }

    @Test
    void itsFirstPlaceIsKeptWhenItIsStampedAThirdTime() {
        stampedTooLateAgain();

        store().append(List.of(EVENT));

        assertThat(readableAfter(after("1"))).containsExactly("other", "another", "1");
    }

    /** Has the event's new stamp set behind the reader whose place is returned. */
    private Cursor stampedTooLateAgain() {
        storedLate();
        CountDownLatch readerIsPast = new CountDownLatch(1);
        holdUp(Operation.PATCH, readerIsPast);
        Cursor old = place();
        appendInVain();
        Cursor passed = aReaderPassesBy("another");
        readerIsPast.countDown();
        await().until(() -> !place().equals(old));
        return passed;
    }

    @Test
    void aNewStampThatIsSetTooLateIsSetAgain() {
        Cursor passed = stampedTooLateAgain();
        assertThat(readableAfter(passed)).isEmpty();

        store().append(List.of(EVENT));

        assertThat(readableAfter(passed)).containsExactly("1");
    }

    @Test
    void manyWhoPublishItAgainLeaveItOnce() {
        Cursor passed = storedLate();
        // While one is about to stamp it, the other one does.
        cosmos.server()
                .faults()
                .next(
                        Operation.PATCH,
                        new Fault.After(() -> cosmos.stores().events().append(List.of(EVENT))));

        store().append(List.of(EVENT));

        assertThat(readableAfter(passed)).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 5, 3_600, 7_776_000})
    void anOrdinaryEventThatIsPublishedAgainStaysWhereItIs(long secondsLater) {
        store().append(List.of(EVENT));
        Cursor place = after("1");
        cosmos.clock().advance(Duration.ofSeconds(secondsLater));

        store().append(List.of(EVENT));

        assertThat(after("1")).isEqualTo(place);
        assertThat(patches()).isZero();
    }

    @Test
    void anErasedEventThatIsPublishedAgainStaysWhereItIs() {
        store().append(List.of(EVENT));
        Cursor place = after("1");
        cosmos.clock().advance(Duration.ofDays(1));
        store().erase(EVENT.key());

        store().append(List.of(EVENT));

        assertThat(place()).isEqualTo(place);
        assertThat(patches()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_000, -300, 300, 1_000})
    void aClockOfTheAccountThatIsALittleOffDoesNoHarm(long millis) {
        cosmos.clockOfAccount().advance(Duration.ofMillis(millis));
        store().append(List.of(TestEvents.event("ordinary")));
        cosmos.clock().advance(Duration.ofSeconds(10));
        store().append(List.of(TestEvents.event("ordinary")));
        assertThat(patches()).isZero();
        Cursor passed = storedLate();

        store().append(List.of(EVENT));

        assertThat(readableAfter(passed)).containsExactly("1");
    }

    @Test
    void anEventThatIsGoneAgainWhenItIsLookedAtIsStoredAnew() {
        store().append(List.of(EVENT));
        cosmos.server().faults().next(Operation.READ, 2, new Fault.Refused(404, Duration.ZERO));

        store().append(List.of(EVENT));

        assertThat(cosmos.server().ledger().take())
                .filteredOn(entry -> entry.operation() == Operation.CREATE)
                .extracting(Ledger.Entry::status)
                .containsExactly(201, 409, 409);
    }
}
