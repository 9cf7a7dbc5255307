package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.BeginRound;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryState.Held;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.Trigger;
import no.altinn.events.event.Condition;
import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.Page;
import no.altinn.events.event.StoredEvent;
import no.altinn.events.event.TestEvents;
import no.altinn.events.job.Job;
import no.altinn.events.job.JobKey;
import no.altinn.events.job.JobTask;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.Excerpt;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.testing.cosmos.Ledger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the stores cost, by the estimates of the server in this process. */
class RequestChargeTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final EventStream STREAM = new EventStream.OfResource(TestEvents.RESOURCE);
    private static final double MOST_OF_A_PUBLISH = 12;
    private static final double MOST_OF_A_PAGE = 30;
    private static final double MOST_OF_A_FRESH_PAGE = 65;
    private static final double MOST_OF_AN_EMPTY_PAGE = 9;
    private static final double MOST_OF_A_DELIVERY = 20;
    private static final double MOST_OF_A_FETCHED_EVENT = 34;
    private static final double MOST_OF_A_FAILURE = 24;
    private static final double MOST_OF_A_RELEASE = 32;
    private static final double MOST_OF_A_COUNT = 20;
    private static final double MOST_OF_A_LIST = 40;
    private static final double MOST_OF_A_REPLAY = 15;

    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();

    @RegisterExtension
    private final OpenCosmos cosmos =
            OpenCosmos.inProcess(
                    RetryPolicy.ofWrites(Sequence.WRITE_BOUND),
                    SdkMeterProvider.builder().registerMetricReader(metrics).build().get("test"));

    @BeforeEach
    void beginLedger() {
        cosmos.server().ledger().take();
    }

    /** An event of a kibibyte that has a value for every index. */
    private static Event kibibyte(int number) {
        int missing = 1024 - padded(number, 0).json().length();
        return padded(number, missing);
    }

    private static Event padded(int number, int length) {
        return TestEvents.event(
                "6fb3f738-6800-4f29-9f3e-" + number,
                Map.of(
                        "subject", "/party/50000001",
                        "alternativesubject", "/person/01909012345",
                        "time", "2026-01-01T12:00:00Z",
                        "padding", "x".repeat(length)));
    }

    private double spent() {
        List<Ledger.Entry> entries = cosmos.server().ledger().take();
        assertThat(entries).isNotEmpty().noneMatch(Ledger.Entry::scanned);
        return entries.stream().mapToDouble(Ledger.Entry::charge).sum();
    }

    @Test
    void publishingAnEventStaysInItsBudget() {
        cosmos.stores().events().append(List.of(kibibyte(1)));

        assertThat(spent()).isBetween(5.0, MOST_OF_A_PUBLISH);
    }

    @Test
    void aPageOfOldEventsStaysInItsBudgetWithFindingItsBeginningAndItsEnd() {
        List<Event> events = sixty();
        cosmos.age();

        assertThat(costOfAPage(events)).isBetween(20.0, MOST_OF_A_PAGE);
    }

    /** Strong consistency asks two replicas, so that nothing is missed that is minutes old. */
    @Test
    void aPageOfFreshEventsCostsAboutTwiceAsMuch() {
        List<Event> events = sixty();
        cosmos.settle();

        assertThat(costOfAPage(events)).isBetween(MOST_OF_A_PAGE, MOST_OF_A_FRESH_PAGE);
    }

    private List<Event> sixty() {
        List<Event> events = IntStream.range(0, 60).mapToObj(RequestChargeTest::kibibyte).toList();
        cosmos.stores().events().append(events);
        return events;
    }

    private double costOfAPage(List<Event> events) {
        cosmos.server().ledger().take();
        Cursor after = cosmos.stores().events().cursorOf(STREAM, events.get(0).id());
        Page page = cosmos.stores().events().read(new EventQuery(STREAM, List.of()), after, 50);
        cosmos.stores().events().cursorOf(STREAM, page.events().get(49).event().id());
        assertThat(page.events()).hasSize(50);
        return spent();
    }

    @Test
    void findingOutThatNothingIsNewCostsTwoQueriesAtMost() {
        cosmos.stores().events().append(List.of(kibibyte(1)));
        cosmos.age();
        Cursor end = cosmos.stores().events().cursorOf(STREAM, kibibyte(1).id());
        cosmos.server().ledger().take();

        Page page = cosmos.stores().events().read(new EventQuery(STREAM, List.of()), end, 50);

        assertThat(page.events()).isEmpty();
        assertThat(spent()).isBetween(2.8, MOST_OF_AN_EMPTY_PAGE);
    }

    @Test
    void anEventThatIsPublishedAgainCostsNoMoreThanANewOne() {
        cosmos.stores().events().append(List.of(kibibyte(1)));
        double first = spent();
        cosmos.clock().advance(Duration.ofDays(1));

        cosmos.stores().events().append(List.of(kibibyte(1)));

        assertThat(spent()).isBetween(1.0, first);
    }

    @Test
    void aDeliveryStaysInItsBudgetFromItsCreationToItsEnd() {
        Event event = kibibyte(1);
        cosmos.stores().events().append(List.of(event));
        cosmos.server().ledger().take();
        Delivery delivery = Delivery.due(event.key(), event.id(), 1, "", cosmos.clock().instant());

        cosmos.stores().deliveries().create(List.of(delivery));
        cosmos.stores().deliveries().announced(new DeliveryNotice(delivery.key(), 1));
        cosmos.stores().events().find(event.key());
        cosmos.stores()
                .deliveries()
                .record(
                        delivery.key(),
                        new Attempt(1, NOW, Duration.ofMillis(120), 200, ""),
                        new Delivered(NOW));

        assertThat(spent()).isBetween(15.0, MOST_OF_A_DELIVERY);
    }

    /** From the deliveries' creation to the receiver's word, for receivers of one and of many. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void aFetchedEventStaysInItsBudget(int batch) {
        DeliveryStore deliveries = cosmos.stores().deliveries();
        EventStore events = cosmos.stores().events();
        PullCost cost = new PullCost(deliveries, events, cosmos.clock());
        List<Event> published =
                IntStream.range(0, batch).mapToObj(RequestChargeTest::kibibyte).toList();
        events.append(published);
        cost.fetch(1);
        cosmos.server().ledger().take();

        cost.relay(published);
        assertThat(cost.fetch(batch)).isEqualTo(batch);

        assertThat(cosmos.server().ledger().take().stream().mapToDouble(Ledger.Entry::charge).sum())
                .isBetween(25.0 * batch, MOST_OF_A_FETCHED_EVENT * batch);
    }

    @Test
    void aLookThatFindsNothingCostsTwoSmallQueriesAtMost() {
        PullCost cost =
                new PullCost(
                        cosmos.stores().deliveries(), cosmos.stores().events(), cosmos.clock());

        assertThat(cost.fetch(100)).isZero();
        double withLocks =
                cosmos.server().ledger().take().stream().mapToDouble(Ledger.Entry::charge).sum();
        assertThat(cost.fetch(100)).isZero();
        double without =
                cosmos.server().ledger().take().stream().mapToDouble(Ledger.Entry::charge).sum();

        assertThat(without).isBetween(2.0, 3.5);
        assertThat(withLocks).isEqualTo(2 * without);
    }

    @Test
    void aFirstAttemptThatFailsStaysInItsBudgetWithTheCreationOfItsDelivery() {
        Event event = kibibyte(1);
        cosmos.stores().events().append(List.of(event));
        cosmos.server().ledger().take();
        Delivery delivery = Delivery.due(event.key(), event.id(), 1, "", cosmos.clock().instant());

        cosmos.stores().deliveries().create(List.of(delivery));
        fail(delivery, 1);

        assertThat(spent()).isBetween(15.0, MOST_OF_A_FAILURE);
    }

    /** Its claim, which a second notice of it makes necessary, is not part of it. */
    @Test
    void aLaterAttemptThatFailsStaysInItsBudgetWithAllThatIsKeptOfThoseBefore() {
        Event event = kibibyte(1);
        cosmos.stores().events().append(List.of(event));
        Delivery delivery = Delivery.due(event.key(), event.id(), 1, "", cosmos.clock().instant());
        cosmos.stores().deliveries().create(List.of(delivery));
        for (int number = 1; number <= 10; number++) {
            cosmos.stores().deliveries().record(delivery.key(), failed(number), due(number + 1));
        }
        cosmos.server().ledger().take();

        fail(delivery, 11);

        assertThat(spent()).isBetween(10.0, MOST_OF_A_FAILURE);
    }

    private void fail(Delivery delivery, int number) {
        DeliveryNotice notice = new DeliveryNotice(delivery.key(), number);
        assertThat(cosmos.stores().deliveries().announced(notice)).isPresent();
        assertThat(cosmos.stores().events().find(delivery.event())).isPresent();
        cosmos.stores().deliveries().record(delivery.key(), failed(number), due(number + 1));
    }

    /** A release looks at many together. */
    @Test
    void whatIsHeldAndReleasedStaysInItsBudget() {
        Event event = kibibyte(1);
        cosmos.stores().events().append(List.of(event));
        cosmos.server().ledger().take();
        Instant now = cosmos.clock().instant();
        List<Delivery> held =
                IntStream.range(0, 50)
                        .mapToObj(
                                i ->
                                        Delivery.of(
                                                new EventKey(event.resource(), "document-" + i),
                                                event.id(),
                                                event.type(),
                                                1,
                                                "",
                                                new Held(1, now),
                                                now))
                        .toList();

        cosmos.stores().deliveries().create(held);
        List<Delivery> found =
                cosmos.stores()
                        .deliveries()
                        .search(DeliverySearch.oldest(1, DeliveryStatus.HELD), 500);
        assertThat(found).hasSize(50);
        for (Delivery one : found) {
            release(one, event, now);
        }

        assertThat(spent() / 50).isBetween(20.0, MOST_OF_A_RELEASE);
    }

    private void release(Delivery held, Event event, Instant now) {
        // Once for the policy and the attempt: it is remembered for some seconds.
        cosmos.stores().events().find(event.key());
        Due due = new Due(1, now, Trigger.RELEASE);
        cosmos.stores().deliveries().change(held, held.in(due).permitted(now));
        cosmos.stores().deliveries().find(held.key());
        cosmos.stores()
                .deliveries()
                .record(
                        held.key(),
                        new Attempt(1, NOW, Duration.ofMillis(120), 200, ""),
                        new Delivered(NOW));
    }

    private static Due due(int attempt) {
        return new Due(attempt, NOW);
    }

    private static Attempt failed(int number) {
        return new Attempt(
                number,
                NOW,
                Duration.ofMillis(120),
                503,
                "",
                Trigger.SCHEDULE,
                Optional.of(ErrorKind.STATUS),
                Optional.of(new Excerpt("text/plain", "x".repeat(1_024), true)));
    }

    /** Each of three physical partitions is asked; strong consistency doubles the price. */
    @Test
    void countingSubscriptionsCostsTheSameHoweverManyThereAre() {
        cosmos.stores().subscriptions().add(wanted("first"), NOW);
        cosmos.server().ledger().take();
        assertThat(cosmos.stores().subscriptions().count("/org/ttd")).isEqualTo(1);
        double ofOne = spent();
        IntStream.range(0, 40)
                .forEach(i -> cosmos.stores().subscriptions().add(wanted("t" + i), NOW));
        cosmos.server().ledger().take();

        assertThat(cosmos.stores().subscriptions().count("/org/ttd")).isEqualTo(41);

        assertThat(spent()).isEqualTo(ofOne).isBetween(3 * 2.8, MOST_OF_A_COUNT);
    }

    private static NewSubscription wanted(String type) {
        return new NewSubscription(
                URI.create("https://example.no"),
                Filters.onResource("urn:altinn:resource:a").type(type).build(),
                "/org/ttd");
    }

    /** A page asks for one more than it shows. */
    @ParameterizedTest
    @EnumSource(names = {"DEAD", "DELIVERED"})
    void aPageOfDeliveriesStaysInItsBudget(DeliveryStatus status) {
        Instant now = cosmos.clock().instant();
        cosmos.stores()
                .deliveries()
                .create(
                        IntStream.range(0, 60)
                                .mapToObj(i -> ended(kibibyte(i), status, now.plusSeconds(i)))
                                .toList());
        cosmos.server().ledger().take();

        assertThat(cosmos.stores().deliveries().search(DeliverySearch.newest(1, status), 51))
                .hasSize(51);
        double ofOneStatus = spent();
        assertThat(cosmos.stores().deliveries().search(DeliverySearch.newest(1), 51)).hasSize(51);

        assertThat(ofOneStatus).isBetween(5.0, MOST_OF_A_LIST);
        assertThat(spent()).isBetween(5.0, MOST_OF_A_LIST);
    }

    private static Delivery ended(Event event, DeliveryStatus status, Instant at) {
        return Delivery.of(
                        event.key(),
                        event.id(),
                        event.type(),
                        1,
                        "",
                        status == DeliveryStatus.DEAD ? new Dead(at) : new Delivered(at),
                        at)
                .having(List.of(new Attempt(1, at, Duration.ofMillis(120), 503, "")));
    }

    /** Besides the push: reading the event, and what of its delivery is there. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void replayingAnEventStaysInItsBudget(boolean isThere) {
        int count = 50;
        List<Event> events =
                IntStream.range(0, count).mapToObj(RequestChargeTest::kibibyte).toList();
        Instant before = cosmos.clock().instant();
        cosmos.stores().events().append(events);
        cosmos.age();
        Instant now = cosmos.clock().instant();
        if (isThere) {
            cosmos.stores()
                    .deliveries()
                    .create(
                            events.stream()
                                    .map(one -> ended(one, DeliveryStatus.DELIVERED, now))
                                    .toList());
        }
        BeginRound rounds =
                new BeginRound(cosmos.stores().deliveries(), (retry, delay) -> {}, cosmos.clock());
        Subscription subscription = SampleSubscription.of(1, SampleSubscription.filters().build());
        cosmos.server().ledger().take();

        Cursor start = cosmos.stores().events().at(before);
        Page page = cosmos.stores().events().read(new EventQuery(STREAM, List.of()), start, count);
        for (StoredEvent one : page.events()) {
            Event event = one.event();
            Optional<Delivery> found =
                    cosmos.stores().deliveries().find(DeliveryKey.of(event.key(), 1));
            found.ifPresentOrElse(
                    delivery ->
                            assertThat(
                                            rounds.again(
                                                    delivery,
                                                    subscription,
                                                    Trigger.REPLAY,
                                                    "job",
                                                    now))
                                    .isPresent(),
                    () ->
                            assertThat(
                                            rounds.create(
                                                    ended(event, DeliveryStatus.DEAD, now)
                                                            .having(List.of()),
                                                    subscription,
                                                    Trigger.REPLAY,
                                                    "job",
                                                    now))
                                    .isTrue());
        }

        assertThat(page.events()).hasSize(count);
        assertThat(spent() / count).isBetween(5.0, MOST_OF_A_REPLAY);
    }

    @Test
    void everyQueryIsAnsweredByIndexes() {
        Event event = TestEvents.event("1", Map.of("resource", "urn:altinn:resource:app_ttd_a"));
        cosmos.stores().events().append(List.of(event));
        List<Condition> all =
                List.of(
                        new Condition.SubjectIs("/party/1"),
                        new Condition.AlternativeSubjectIs("/org/1"),
                        new Condition.TypeIn(List.of("a", "b")),
                        new Condition.TimeFrom(NOW),
                        new Condition.TimeTo(NOW),
                        new Condition.SourceLike(List.of("https://%")));
        for (EventStream stream : List.of(STREAM, new EventStream.OfAppsAbout("/party/50000001"))) {
            cosmos.stores().events().read(new EventQuery(stream, all), Cursor.START, 10);
            cosmos.stores().events().cursorOf(stream, "1");
        }
        NewSubscription wanted =
                new NewSubscription(
                        URI.create("https://example.no"),
                        Filters.onResource("urn:altinn:resource:a").build(),
                        "/org/ttd");
        Subscription subscription = cosmos.stores().subscriptions().add(wanted, NOW);
        cosmos.stores().subscriptions().setValidation(subscription.id(), new Validated());
        cosmos.stores().subscriptions().ofConsumer("/org/ttd");
        cosmos.stores().subscriptions().count("/org/ttd");
        cosmos.stores().subscriptions().validatedFor("urn:altinn:resource:a");
        cosmos.stores().subscriptions().validationDueBefore(NOW, 10);
        cosmos.stores().deliveries().dueBefore(NOW, 10);
        cosmos.stores().deliveries().search(DeliverySearch.newest(1, DeliveryStatus.DEAD), 10);
        cosmos.stores().log().ofSubscription(1, 10);
        cosmos.stores().events().withId(TestEvents.RESOURCE, "1", 10);
        cosmos.stores().jobs().add(Job.begun(new JobKey(1, "a"), new JobTask.Redact(), NOW));
        cosmos.stores().jobs().ofSubscription(1, 20);
        cosmos.stores().jobs().dueBefore(NOW, 10);

        assertThat(spent()).isPositive();
    }

    @Test
    void whatEveryRequestCostsIsMeasured() {
        cosmos.stores().events().append(List.of(kibibyte(1), kibibyte(2)));
        cosmos.stores().events().append(List.of(kibibyte(1)));
        cosmos.stores().events().cursorOf(STREAM, "none");
        double spent = spent();

        List<HistogramPointData> points =
                metrics.collectAllMetrics().stream()
                        .filter(metric -> metric.getName().equals("events.cosmos.request_charge"))
                        .flatMap(metric -> metric.getHistogramData().getPoints().stream())
                        .toList();
        assertThat(points.stream().mapToDouble(HistogramPointData::getSum).sum())
                .isCloseTo(spent, within(0.001));
        assertThat(points)
                .extracting(
                        point -> point.getAttributes().get(AttributeKey.stringKey("container")),
                        point -> point.getAttributes().get(AttributeKey.stringKey("operation")))
                .containsExactlyInAnyOrder(
                        tuple("events", "create"),
                        tuple("events", "read"),
                        tuple("events", "query"));
    }
}
