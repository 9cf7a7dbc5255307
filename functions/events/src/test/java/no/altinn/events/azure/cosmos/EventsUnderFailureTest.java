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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Nothing that was acknowledged is lost, doubled, or hidden behind a reader's cursor. */
class EventsUnderFailureTest {
    private static final EventQuery EVERYTHING =
            new EventQuery(new EventStream.OfResource(TestEvents.RESOURCE), List.of());
    private static final Event EVENT = TestEvents.event("1");

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess(OpenCosmos.IMPATIENT);

    private EventStore store() {
        return cosmos.stores().events();
    }

    private void fail(Operation operation, int times, Fault fault) {
        cosmos.server().faults().next(operation, times, fault);
    }

    private Page read(Cursor after) {
        return store().read(EVERYTHING, after, 100);
    }

    private List<String> readable() {
        cosmos.settle();
        List<String> ids = new ArrayList<>();
        Page page = read(Cursor.START);
        while (!page.events().isEmpty()) {
            page.events().forEach(stored -> ids.add(stored.event().id()));
            page = read(page.examinedTo());
        }
        return ids;
    }

    @Test
    void anAccountThatRefusesAPageIsAskedForASmallerOne() {
        store().append(TestEvents.numbered("e", 40));
        cosmos.settle();
        fail(Operation.QUERY, 1, Fault.throttled(Duration.ofMillis(5)));

        Page page = store().read(EVERYTHING, Cursor.START, 40);

        assertThat(page.events()).hasSize(10);
        assertThat(page.atEnd()).isFalse();
    }

    @Test
    void aWriteWhoseAnswerIsLostIsStoredOnce() {
        fail(Operation.CREATE, 1, new Fault.DroppedAfterCommit());

        store().append(List.of(EVENT));

        assertThat(cosmos.server().ledger().take())
                .filteredOn(entry -> entry.operation() == Operation.CREATE)
                .extracting(Ledger.Entry::status)
                .containsExactly(201, 409);
        assertThat(readable()).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 503})
    void aWriteThatIsDoneAndRefusedIsStoredOnce(int status) {
        fail(Operation.CREATE, 1, new Fault.RefusedAfterCommit(status));

        store().append(List.of(EVENT));

        assertThat(readable()).containsExactly("1");
    }

    @Test
    void aWriteThatNeverArrivedIsMadeAgain() {
        fail(Operation.CREATE, 1, new Fault.Dropped());

        store().append(List.of(EVENT));

        assertThat(readable()).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 449, 503})
    void aFailureThatPassesIsWaitedFor(int status) {
        fail(Operation.CREATE, 3, new Fault.Refused(status, Duration.ofMillis(5)));

        store().append(List.of(EVENT));

        assertThat(readable()).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void aFailureThatDoesNotPassMakesTheStoreUnavailable(int status) {
        fail(Operation.CREATE, 4, new Fault.Refused(status, Duration.ofMillis(5)));

        assertThatThrownBy(() -> store().append(List.of(EVENT))).isInstanceOf(Unavailable.class);
        assertThat(readable()).isEmpty();

        store().append(List.of(EVENT));
        assertThat(readable()).containsExactly("1");
    }

    @Test
    void whatTheAccountForbidsIsNotTriedAgain() {
        fail(Operation.CREATE, 1, new Fault.Refused(403, Duration.ZERO));

        assertThatThrownBy(() -> store().append(List.of(EVENT))).isInstanceOf(Unavailable.class);
    }

    @Test
    void aBatchThatFailedHalfwayIsCompletedWhenItIsPublishedAgain() {
        List<Event> batch = TestEvents.numbered("e", 100);
        fail(Operation.CREATE, 20, new Fault.After(() -> {}));
        fail(Operation.CREATE, 200, Fault.throttled(Duration.ofMillis(1)));
        assertThatThrownBy(() -> store().append(batch)).isInstanceOf(Unavailable.class);
        assertThat(readable()).hasSize(20);
        cosmos.server().faults().clear();

        store().append(batch);

        assertThat(readable())
                .containsExactlyInAnyOrderElementsOf(batch.stream().map(Event::id).toList());
    }

    @Test
    void anEventThatIsStoredLateDoesNotAppearBehindAReader() throws Exception {
        CountDownLatch readerIsPast = new CountDownLatch(1);
        // The first attempt stands still before it is carried out, long after it was given up; the
        // others meet a store that is too busy, until a reader has gone past the first one's stamp.
        fail(Operation.CREATE, 1, new Fault.After(() -> awaitQuietly(readerIsPast)));
        fail(Operation.CREATE, 1, new Fault.After(() -> letAReaderPass(readerIsPast)));

        store().append(List.of(EVENT));

        cosmos.settle();
        Page page = read(passed);
        assertThat(page.events()).extracting(stored -> stored.event().id()).containsExactly("1");
        assertThat(readable()).containsExactly("other", "1");
    }

    // Where the reader is; written by the server's thread before it answers, read after that.
    private volatile Cursor passed = Cursor.START;

    private void letAReaderPass(CountDownLatch readerIsPast) {
        cosmos.clock().advance(Duration.ofSeconds(10));
        store().append(List.of(TestEvents.event("other")));
        cosmos.settle();
        passed = read(Cursor.START).examinedTo();
        readerIsPast.countDown();
        await().until(() -> store().find(EVENT.key()).isPresent());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aReadThatFailsForAMomentIsMadeAgain() {
        store().append(List.of(EVENT));
        fail(Operation.READ, 2, Fault.throttled(Duration.ofMillis(5)));
        fail(Operation.QUERY, 2, Fault.throttled(Duration.ofMillis(5)));

        assertThat(store().find(EVENT.key())).contains(EVENT);
        assertThat(readable()).containsExactly("1");
    }

    @Test
    void aStoreThatAnswersNoReadIsUnavailable() {
        fail(Operation.READ, 10, Fault.throttled(Duration.ofMillis(1)));
        fail(Operation.QUERY, 10, Fault.throttled(Duration.ofMillis(1)));

        assertThatThrownBy(() -> store().find(EVENT.key())).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> read(Cursor.START)).isInstanceOf(Unavailable.class);
    }

    @Test
    void anEventThatAReplicaHasNotLearntOfYetIsFound() {
        store().append(List.of(EVENT));
        fail(Operation.READ, 1, new Fault.Refused(404, Duration.ZERO));

        assertThat(store().find(EVENT.key())).contains(EVENT);
    }

    @Test
    void anEventThatHasJustBeenAppendedIsNotReadableYet() {
        store().append(List.of(EVENT));

        assertThat(read(Cursor.START)).isEqualTo(new Page(List.of(), Cursor.START, true));
        assertThat(readable()).containsExactly("1");
    }
}
