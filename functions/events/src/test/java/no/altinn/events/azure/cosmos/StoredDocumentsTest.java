package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.CancelReason;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.event.Condition;
import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.Page;
import no.altinn.events.event.TestEvents;
import no.altinn.events.log.Activity;
import no.altinn.events.log.LogEntry;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.Interest;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationState;
import no.altinn.events.subscription.ValidationState.Failed;
import no.altinn.events.subscription.ValidationState.Pending;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.platform.azure.cosmos.ContainerSchema;
import no.altinn.platform.json.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Documents of an account that earlier releases have written go on working. Their texts are in
 * {@code stored-documents}, and stay as that release wrote them: a test that needs other texts
 * means that the account needs a migration.
 */
class StoredDocumentsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456789Z");
    private static final String APP = "urn:altinn:resource:app_ttd_apps-test";
    private static final EventStream STREAM = new EventStream.OfResource(TestEvents.RESOURCE);
    private static final Attempt BUSY =
            new Attempt(1, NOW.plusSeconds(1), Duration.ofNanos(1_234_000_005), 503, "Busy æ");

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess();

    @BeforeEach
    void theDocumentsOfAnEarlierRelease() throws IOException {
        cosmos.connection().open();
        for (ContainerSchema schema :
                List.of(
                        Containers.EVENTS,
                        Containers.SUBSCRIPTIONS,
                        Containers.DELIVERIES,
                        Containers.LOG,
                        Containers.COUNTERS)) {
            for (String line : lines("/stored-documents/" + schema.name() + ".jsonl")) {
                ObjectNode document = (ObjectNode) Json.parse(line);
                cosmos.connection().container(schema).createItem(document).block();
            }
        }
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream file = StoredDocumentsTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static EventQuery all() {
        return new EventQuery(STREAM, List.of());
    }

    private Page read(EventQuery query, Cursor after, int limit) {
        return cosmos.stores().events().read(query, after, limit);
    }

    private static List<String> ids(Page page) {
        return page.events().stream().map(stored -> stored.event().id()).toList();
    }

    @Test
    void eventsAreReadInTheirOrder() {
        Page page = read(all(), Cursor.START, 10);

        assertThat(ids(page)).containsExactly("data", "plain", "late");
        assertThat(page.atEnd()).isTrue();
    }

    @Test
    void aReaderGoesOnFromItsCursor() {
        Cursor first = new Cursor("019b796d-ddd0-723d-b8ba-e7f91cbaf218");

        assertThat(read(all(), Cursor.START, 1).examinedTo()).isEqualTo(first);
        assertThat(ids(read(all(), first, 10))).containsExactly("plain", "late");
    }

    @Test
    void aReaderGoesOnFromAnEventsId() {
        assertThat(cosmos.stores().events().cursorOf(STREAM, "plain"))
                .isEqualTo(new Cursor("019b796d-e1b8-7646-a1f6-b60797b8247d"));
    }

    @Test
    void anEventThatWasStampedAgainKeepsItsFirstPlace() {
        assertThat(cosmos.stores().events().cursorOf(STREAM, "late"))
                .isEqualTo(new Cursor("019b796d-d600-75d0-b193-ff99b8a53252"));
    }

    @Test
    void anEventIsFoundWithItsExactText() {
        Event data =
                TestEvents.withData(
                        "data", "{ \"amount\": 1.00000000000000000001, \"name\": \"\\u00e6\" }");

        assertThat(cosmos.stores().events().find(data.key())).contains(data);
    }

    @Test
    void anEventIsFoundByEachOfItsAttributes() {
        Instant time = Instant.parse("2026-01-01T11:59:59.5Z");
        List<Condition> conditions =
                List.of(
                        new Condition.SubjectIs("/party/50000001"),
                        new Condition.AlternativeSubjectIs("/organisation/910005101"),
                        new Condition.TypeIn(List.of("no.altinn.test.full")),
                        new Condition.TimeFrom(time),
                        new Condition.TimeTo(time),
                        new Condition.SourceLike(List.of("https://TTD.%")));

        Page page =
                read(
                        new EventQuery(new EventStream.OfAppsAbout("/party/50000001"), conditions),
                        Cursor.START,
                        10);

        assertThat(ids(page)).containsExactly("full");
    }

    @Test
    void anEventIsNotStoredTwice() {
        cosmos.stores().events().append(List.of(TestEvents.event("plain")));
        cosmos.settle();

        assertThat(ids(read(all(), Cursor.START, 10)))
                .containsExactlyInAnyOrder("data", "plain", "late");
    }

    @Test
    void subscriptionsAreFoundByTheirNumbers() {
        SubscriptionStore store = cosmos.stores().subscriptions();
        Filters filters =
                Filters.onResource(APP)
                        .source(URI.create("https://ttd.apps.example.no/ttd/apps-test"))
                        .subject("/party/50000001")
                        .alternativeSubject("/organisation/910005101")
                        .type("no.altinn.test.full")
                        .includeSubunits(true)
                        .build();

        assertThat(store.find(1))
                .contains(
                        new Subscription(
                                1,
                                URI.create("https://example.no/one"),
                                filters,
                                "/org/ttd",
                                NOW,
                                new Pending(1, NOW)));
        assertThat(store.find(2)).contains(onResource(2, "two", "/org/ttd", new Validated()));
        assertThat(store.find(3))
                .contains(onResource(3, "three", "/organisation/910005101", new Failed()));
        assertThat(store.find(4))
                .contains(onResource(4, "four", "/org/ttd", new Pending(2, NOW.plusSeconds(30))));
    }

    private static Subscription onResource(
            int id, String path, String consumer, ValidationState state) {
        return new Subscription(
                id,
                URI.create("https://example.no/" + path),
                Filters.onResource(TestEvents.RESOURCE).build(),
                consumer,
                NOW,
                state);
    }

    @Test
    void subscriptionsAreFoundByConsumerByResourceAndWhenTheirValidationIsDue() {
        SubscriptionStore store = cosmos.stores().subscriptions();

        assertThat(store.ofConsumer("/org/ttd"))
                .extracting(Subscription::id)
                .containsExactly(1, 2, 4);
        assertThat(store.validatedFor(TestEvents.RESOURCE))
                .extracting(Interest::id)
                .containsExactly(2);
        assertThat(store.validationDueBefore(NOW.plusSeconds(31), 10))
                .extracting(Subscription::id)
                .containsExactly(1, 4);
    }

    @Test
    void theSameSubscriptionIsFoundAndANewOneTakesTheNextNumber() {
        SubscriptionStore store = cosmos.stores().subscriptions();
        Subscription two = store.find(2).orElseThrow();

        assertThat(store.add(wanted("two"), NOW.plusSeconds(60))).isEqualTo(two);
        assertThat(store.add(wanted("five"), NOW).id()).isEqualTo(5);
    }

    private static NewSubscription wanted(String path) {
        return new NewSubscription(
                URI.create("https://example.no/" + path),
                Filters.onResource(TestEvents.RESOURCE).build(),
                "/org/ttd");
    }

    @Test
    void validationsMoveOn() {
        SubscriptionStore store = cosmos.stores().subscriptions();

        assertThat(store.moveValidation(4, new Pending(2, NOW.plusSeconds(30)), new Validated()))
                .isTrue();
        assertThat(store.moveValidation(3, new Failed(), new Pending(1, NOW))).isTrue();
        assertThat(store.moveValidation(2, new Validated(), new Failed())).isTrue();
        assertThat(store.remove(1)).isTrue();
    }

    @Test
    void deliveriesAreFoundInEachState() {
        assertThat(find("due")).isEqualTo(delivery("due", new Due(1, NOW), List.of()));
        assertThat(find("again"))
                .isEqualTo(delivery("again", new Due(2, NOW.plusSeconds(11)), List.of(BUSY)));
        assertThat(find("delivered"))
                .isEqualTo(
                        delivery(
                                "delivered",
                                new Delivered(NOW.plusSeconds(1)),
                                List.of(
                                        new Attempt(
                                                1,
                                                NOW.plusSeconds(1),
                                                Duration.ofMillis(20),
                                                200,
                                                ""))));
        assertThat(find("dead"))
                .isEqualTo(delivery("dead", new Dead(NOW.plusSeconds(1)), List.of(BUSY)));
        assertThat(find("cancelled"))
                .isEqualTo(
                        delivery(
                                "cancelled",
                                new Cancelled(NOW.plusSeconds(2), CancelReason.REMOVED),
                                List.of()));
    }

    private Delivery find(String eventId) {
        return cosmos.stores().deliveries().find(key(eventId)).orElseThrow();
    }

    private static DeliveryKey key(String eventId) {
        return DeliveryKey.of(TestEvents.event(eventId).key(), 2);
    }

    private static Delivery delivery(String eventId, DeliveryState state, List<Attempt> attempts) {
        return Delivery.due(TestEvents.event(eventId).key(), eventId, 2, "", NOW)
                .in(state)
                .having(attempts);
    }

    @Test
    void aDeliveryThatDoesNotTellWhereItsSubscriptionIsLeadsToItAllTheSame() {
        Delivery due = find("due");

        assertThat(due.fingerprint()).isEmpty();
        assertThat(cosmos.stores().subscriptions().find(due.subscription()))
                .contains(onResource(2, "two", "/org/ttd", new Validated()));
    }

    @Test
    void aStoredSubscriptionIsFoundByTheKeyThatItsInterestLeadsTo() {
        Interest interest =
                cosmos.stores().subscriptions().validatedFor(TestEvents.RESOURCE).get(0);

        assertThat(interest.fingerprint()).isEqualTo(wanted("two").fingerprint());
        assertThat(
                        cosmos.stores()
                                .subscriptions()
                                .find(
                                        new SubscriptionKey(
                                                2, TestEvents.RESOURCE, interest.fingerprint())))
                .contains(onResource(2, "two", "/org/ttd", new Validated()));
    }

    @Test
    void aDeliveryKeepsWhereItsSubscriptionIsWhateverBecomesOfIt() {
        String fingerprint = wanted("two").fingerprint();
        Delivery delivery = Delivery.due(TestEvents.event("new").key(), "new", 2, fingerprint, NOW);

        cosmos.stores().deliveries().create(List.of(delivery));
        assertThat(find("new")).isEqualTo(delivery);
        cosmos.stores().deliveries().record(key("new"), BUSY, new Due(2, NOW.plusSeconds(9)));
        assertMoves("new", new Due(2, NOW.plusSeconds(9)));

        assertThat(find("new").subscription())
                .isEqualTo(new SubscriptionKey(2, TestEvents.RESOURCE, fingerprint));
    }

    @Test
    void theSweepFindsWhatIsDueAndAConsumerWhatIsDead() {
        assertThat(cosmos.stores().deliveries().dueBefore(NOW.plusSeconds(12), 10))
                .extracting(Delivery::eventId)
                .containsExactly("due", "again");
        assertThat(
                        cosmos.stores()
                                .deliveries()
                                .search(DeliverySearch.newest(2, DeliveryStatus.DEAD), 10))
                .extracting(Delivery::eventId)
                .containsExactly("dead");
    }

    @Test
    void deliveriesMoveOnFromEachState() {
        Attempt second = new Attempt(2, NOW.plusSeconds(11), Duration.ofMillis(5), 200, "");

        assertThat(cosmos.stores().deliveries().record(key("again"), second, new Delivered(NOW)))
                .isTrue();
        assertThat(find("again").attempts()).containsExactly(BUSY, second);
        assertMoves("due", new Due(1, NOW));
        assertMoves("delivered", new Delivered(NOW.plusSeconds(1)));
        assertMoves("dead", new Dead(NOW.plusSeconds(1)));
        assertMoves("cancelled", new Cancelled(NOW.plusSeconds(2), CancelReason.REMOVED));
    }

    private void assertMoves(String eventId, DeliveryState from) {
        DeliveryState next = new Due(1, NOW.plusSeconds(60));
        assertThat(cosmos.stores().deliveries().move(key(eventId), from, next)).isTrue();
        assertThat(find(eventId).state()).isEqualTo(next);
    }

    @Test
    void aDeliveryIsNotCreatedTwice() {
        Delivery again = Delivery.due(TestEvents.event("dead").key(), "dead", 2, "", NOW);

        assertThat(cosmos.stores().deliveries().create(List.of(again))).isEmpty();
    }

    @Test
    void theLogIsReadTheNewestFirst() {
        List<LogEntry> entries = cosmos.stores().log().ofSubscription(2, 10);

        assertThat(entries)
                .extracting(LogEntry::activity)
                .containsExactly(Activity.UNAUTHORIZED, Activity.WEBHOOK_POST_RESPONSE);
        assertThat(entries.get(1))
                .extracting(
                        LogEntry::time,
                        LogEntry::cloudEventId,
                        LogEntry::resource,
                        LogEntry::type,
                        LogEntry::subscriptionId,
                        LogEntry::consumer,
                        LogEntry::endpoint,
                        LogEntry::status)
                .containsExactly(
                        NOW,
                        "plain",
                        TestEvents.RESOURCE,
                        "no.altinn.test",
                        2,
                        "/org/ttd",
                        "https://example.no/two",
                        200);
    }
}
