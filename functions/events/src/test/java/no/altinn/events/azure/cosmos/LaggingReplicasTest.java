package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.event.Condition;
import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.Page;
import no.altinn.events.event.TestEvents;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.testing.cosmos.Ledger;
import no.altinn.testing.cosmos.Operation;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Nothing is missed or skipped, though one of the replicas lags by almost as much as it may. */
class LaggingReplicasTest {
    private static final Duration LAG = Sequence.SETTLED.minusSeconds(5);
    private static final EventStream STREAM = new EventStream.OfResource(TestEvents.RESOURCE);
    private static final EventQuery EVERYTHING = new EventQuery(STREAM, List.of());
    private static final long SEED = 20_260_102;

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess();

    @BeforeEach
    void lag() {
        cosmos.server().replicas().lag(LAG);
    }

    private EventStore events() {
        return cosmos.stores().events();
    }

    private DeliveryStore deliveries() {
        return cosmos.stores().deliveries();
    }

    private Instant now() {
        return cosmos.clock().instant();
    }

    private static List<String> ids(Page page) {
        return page.events().stream().map(stored -> stored.event().id()).toList();
    }

    private long asked(Operation operation) {
        return cosmos.server().ledger().take().stream()
                .map(Ledger.Entry::operation)
                .filter(operation::equals)
                .count();
    }

    @Test
    void anEventIsFoundThatAReplicaHasNotLearntOfYet() {
        Event event = TestEvents.event("1");
        events().append(List.of(event));

        assertThat(events().find(event.key())).contains(event);
        assertThat(asked(Operation.READ)).isEqualTo(2);
        cosmos.age();
        assertThat(events().find(event.key())).contains(event);
        assertThat(asked(Operation.READ)).isEqualTo(1);
    }

    @Test
    void aPageHoldsOldAndNewEventsInTheirOrder() {
        events().append(TestEvents.numbered("old", 3));
        cosmos.age();
        events().append(TestEvents.numbered("new", 3));
        cosmos.settle();

        assertThat(ids(events().read(EVERYTHING, Cursor.START, 100)))
                .containsExactly("old0", "old1", "old2", "new0", "new1", "new2");
        assertThat(asked(Operation.QUERY)).isEqualTo(2);
    }

    @Test
    void aPageThatIsFullOfOldEventsCostsNoSecondQuery() {
        events().append(TestEvents.numbered("old", 3));
        cosmos.age();
        events().append(TestEvents.numbered("new", 3));
        cosmos.settle();

        Page first = events().read(EVERYTHING, Cursor.START, 3);
        assertThat(ids(first)).containsExactly("old0", "old1", "old2");
        assertThat(first.atEnd()).isFalse();
        assertThat(asked(Operation.QUERY)).isEqualTo(1);

        Page second = events().read(EVERYTHING, first.examinedTo(), 2);
        assertThat(ids(second)).containsExactly("new0", "new1");
        Page third = events().read(EVERYTHING, second.examinedTo(), 2);
        assertThat(ids(third)).containsExactly("new2");
        assertThat(third.atEnd()).isTrue();
    }

    @Test
    void aCursorThatIsNotOldCostsOneQuery() {
        events().append(TestEvents.numbered("new", 3));
        cosmos.settle();
        Cursor cursor = events().read(EVERYTHING, Cursor.START, 1).examinedTo();
        cosmos.server().ledger().take();

        assertThat(ids(events().read(EVERYTHING, cursor, 10))).containsExactly("new1", "new2");
        assertThat(asked(Operation.QUERY)).isEqualTo(1);
    }

    @Test
    void conditionsHoldForOldAndNewEvents() {
        EventQuery query = new EventQuery(STREAM, List.of(new Condition.TypeIn(List.of("wanted"))));
        Map<String, String> wanted = Map.of("type", "wanted");
        events().append(List.of(TestEvents.event("1", wanted), TestEvents.event("2")));
        cosmos.age();
        events().append(List.of(TestEvents.event("3"), TestEvents.event("4", wanted)));
        cosmos.settle();

        assertThat(ids(events().read(query, Cursor.START, 100))).containsExactly("1", "4");
    }

    /** One who follows the stream, while events are published and time passes by leaps. */
    @Test
    void aReaderWhoFollowsTheStreamSkipsNothing() {
        Random random = new Random(SEED);
        List<String> published = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        Cursor cursor = Cursor.START;
        for (int round = 0; round < 60; round++) {
            List<Event> batch = TestEvents.numbered("r" + round + "-", 1 + random.nextInt(4));
            events().append(batch);
            batch.forEach(event -> published.add(event.id()));
            cosmos.clock().advance(Duration.ofSeconds(random.nextInt(100)));
            Page page = events().read(EVERYTHING, cursor, 1 + random.nextInt(6));
            seen.addAll(ids(page));
            cursor =
                    seen.isEmpty() || random.nextBoolean()
                            ? page.examinedTo()
                            : events().cursorOf(STREAM, seen.get(seen.size() - 1));
        }
        cosmos.settle();
        seen.addAll(ids(events().read(EVERYTHING, cursor, 1_000)));

        assertThat(seen).containsExactlyElementsOf(published);
    }

    @Test
    void theCursorOfANewEventIsKnownAndOfAnUnknownOneIsTheStart() {
        events().append(List.of(TestEvents.event("1"), TestEvents.event("2")));
        cosmos.settle();

        Cursor cursor = events().cursorOf(STREAM, "1");

        assertThat(ids(events().read(EVERYTHING, cursor, 10))).containsExactly("2");
        assertThat(events().cursorOf(STREAM, "none")).isEqualTo(Cursor.START);
    }

    @Test
    void aDeliveryIsFoundThatAReplicaHasNotLearntOfYet() {
        Delivery delivery = created();

        assertThat(deliveries().find(delivery.key())).contains(delivery);
        assertThat(deliveries().announced(notice(delivery, 1))).contains(delivery);
    }

    private static DeliveryNotice notice(Delivery delivery, int attempt) {
        return new DeliveryNotice(delivery.key(), attempt);
    }

    private Delivery created() {
        Delivery delivery = Delivery.due(TestEvents.event("1").key(), "1", 1, "", now());
        deliveries().create(List.of(delivery));
        return delivery;
    }

    @Test
    void noAttemptIsTakenForVoidBecauseAReplicaKnowsOnlyTheOneBefore() {
        Delivery delivery = created();
        cosmos.server().replicas().lag(Duration.ofSeconds(20));
        cosmos.clock().advance(Duration.ofSeconds(15));
        Due second = new Due(2, now().plusSeconds(9));
        deliveries().record(delivery.key(), attempt(1, 503), second);
        cosmos.clock().advance(Duration.ofSeconds(9));

        assertThat(deliveries().announced(notice(delivery, 2)).orElseThrow().state())
                .isEqualTo(second);
        assertThat(deliveries().find(delivery.key()).orElseThrow().state()).isEqualTo(second);
    }

    @Test
    void anAttemptThatIsMadeAgainBecauseOfAReplicaIsKeptButMovesNothing() {
        Delivery delivery = created();
        cosmos.clock().advance(Duration.ofSeconds(2));
        cosmos.server().replicas().lag(Duration.ofSeconds(1));
        deliveries().record(delivery.key(), attempt(1, 200), new Delivered(now()));
        assertThat(deliveries().announced(notice(delivery, 1))).contains(delivery);

        assertThat(deliveries().record(delivery.key(), attempt(1, 503), new Due(2, now())))
                .isFalse();

        cosmos.age();
        Delivery stored = deliveries().find(delivery.key()).orElseThrow();
        assertThat(stored.state()).isInstanceOf(Delivered.class);
        assertThat(stored.attempts()).hasSize(2);
    }

    private Attempt attempt(int number, int status) {
        return new Attempt(number, now(), Duration.ofMillis(5), status, "");
    }

    @Test
    void whatIsOverdueIsSweptFromTheNewestState() {
        Delivery delivery = created();
        cosmos.age();
        deliveries().move(delivery.key(), delivery.state(), new Delivered(now()));

        assertThat(deliveries().dueBefore(now(), 10)).isEmpty();
    }

    @Test
    void aSubscriptionMatchesAndIsFoundAtOnce() {
        SubscriptionStore subscriptions = cosmos.stores().subscriptions();
        NewSubscription wanted =
                new NewSubscription(
                        URI.create("https://example.no"),
                        Filters.onResource("urn:altinn:resource:a").build(),
                        "/org/ttd");
        Subscription added = subscriptions.add(wanted, now());
        assertThat(subscriptions.add(wanted, now())).isEqualTo(added);
        assertThat(subscriptions.find(added.id())).contains(added);
        assertThat(subscriptions.ofConsumer("/org/ttd")).containsExactly(added);
        assertThat(subscriptions.count("/org/ttd")).isEqualTo(1);

        subscriptions.setValidation(added.id(), new Validated());

        assertThat(subscriptions.validatedFor("urn:altinn:resource:a")).hasSize(1);
    }
}
