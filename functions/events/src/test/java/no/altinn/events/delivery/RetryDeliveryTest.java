package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryState.Held;
import no.altinn.events.delivery.DeliveryState.Locked;
import no.altinn.events.delivery.DeliveryState.Ready;
import no.altinn.events.event.Event;
import no.altinn.events.event.FakeEvents;
import no.altinn.events.event.TestEvents;
import no.altinn.events.policy.EventSubjects;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.MatchSubscriptions;
import no.altinn.events.subscription.NotServed;
import no.altinn.events.subscription.PauseReason;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.ValidationState;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.register.Register;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class RetryDeliveryTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Event EVENT = TestEvents.event("1");

    private final MutableClock clock = MutableClock.at(NOW);
    private final FakeEvents events = new FakeEvents(clock);
    private final FakeDeliveryStore deliveries = new FakeDeliveryStore();
    private final FakeRetryQueue queue = new FakeRetryQueue();
    private final FakeDecisions decisions = new FakeDecisions(request -> true);
    private final OwnDeliveries own = new OwnDeliveries(deliveries, events);
    private final RetryDelivery retry = over(deliveries);
    private final Subscription subscription = subscription(filters());

    private RetryDelivery over(DeliveryStore store) {
        return new RetryDelivery(
                new OwnDeliveries(store, events),
                store,
                events,
                new Admission(
                        new MatchSubscriptions(
                                new SubscriptionIndex(new FakeSubscriptionStore(), clock),
                                mock(Register.class)),
                        new PushPolicy(decisions, new EventSubjects(mock(Register.class)))),
                new BeginRound(store, queue, clock),
                new DueNow(store, queue, clock),
                clock);
    }

    private static Filters.Builder filters() {
        return Filters.onResource(TestEvents.RESOURCE);
    }

    private static Subscription subscription(Filters.Builder filters) {
        return SampleSubscription.of(7, filters.build());
    }

    private static Subscription pulled() {
        Subscription push = subscription(filters());
        return new Subscription(
                7,
                Optional.empty(),
                push.filters(),
                push.consumer(),
                push.created(),
                push.validation(),
                Serving.NEW);
    }

    private Delivery delivery(DeliveryState state) {
        Delivery delivery =
                Delivery.due(EVENT.key(), EVENT.id(), 7, "", NOW.minusSeconds(60))
                        .in(state)
                        .having(
                                List.of(
                                        new Attempt(
                                                1, NOW.minusSeconds(60), Duration.ZERO, 503, "")));
        events.append(List.of(EVENT));
        deliveries.create(List.of(delivery));
        return delivery;
    }

    private Delivery retried(Subscription mine, Delivery delivery) {
        Delivery answered = retry.retry(mine, delivery.key().id());
        assertThat(deliveries.find(delivery.key())).contains(answered);
        return answered;
    }

    static Stream<DeliveryState> ended() {
        return Stream.of(
                new Delivered(NOW.minusSeconds(9)),
                new Dead(NOW.minusSeconds(9)),
                new Cancelled(NOW.minusSeconds(9), CancelReason.DISCARDED));
    }

    @ParameterizedTest
    @MethodSource("ended")
    void aDeliveryThatHasEndedBeginsANewRound(DeliveryState end) {
        Delivery begun = retried(subscription, delivery(end));

        assertThat(begun.state()).isEqualTo(new Due(2, NOW, Trigger.RETRY));
        assertThat(begun.round()).isEqualTo(new Round(1, 1));
        assertThat(begun.permittedAt()).isEqualTo(NOW);
        assertThat(begun.attempts()).hasSize(1);
        assertThat(queue.take())
                .containsExactly(
                        new FakeRetryQueue.Scheduled(
                                new Retry.OfDelivery(new DeliveryNotice(begun.key(), 2)),
                                Duration.ZERO));
    }

    @Test
    void anEventForAPullSubscriptionMayBeFetchedAgain() {
        Delivery begun = retried(pulled(), delivery(new Dead(NOW)));

        assertThat(begun.state()).isEqualTo(new Ready(2, NOW));
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void anAttemptThatIsDueLaterIsMadeNowAsARetryWithoutARound() {
        decisions.awayFor(request -> true);
        Due later = new Due(2, NOW.plusSeconds(600));

        Delivery brought = retried(subscription, delivery(later));

        assertThat(brought.state()).isEqualTo(new Due(2, NOW, Trigger.RETRY));
        assertThat(brought.round()).isEqualTo(Round.FIRST);
        assertThat(queue.take()).hasSize(1);
    }

    @Test
    void anEventThatMayBeFetchedLaterMayBeFetchedNow() {
        Delivery brought = retried(pulled(), delivery(new Ready(2, NOW.plusSeconds(600))));

        assertThat(brought.state()).isEqualTo(new Ready(2, NOW));
    }

    static Stream<DeliveryState> waiting() {
        return Stream.of(
                new Held(1, NOW.minusSeconds(60)),
                new Locked(1, NOW.plusSeconds(60), "token"),
                new Due(2, NOW.plusSeconds(1)),
                new Due(2, NOW.minusSeconds(1)),
                new Ready(2, NOW));
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void aDeliveryThatWaitsForItsAttemptAlreadyIsRefused(DeliveryState state) {
        Delivery delivery = delivery(state);

        assertThatThrownBy(() -> retry.retry(subscription, delivery.key().id()))
                .isInstanceOf(NotRetried.class)
                .hasMessage("The delivery is waiting for its attempt already.");
        assertThat(deliveries.find(delivery.key())).contains(delivery);
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void aDeliveryIsBegunAgainTenTimesAtMost() {
        Delivery delivery = delivery(new Dead(NOW));
        for (int i = 0; i < 10; i++) {
            clock.advance(Duration.ofSeconds(2));
            Delivery begun = retried(subscription, delivery);
            deliveries.move(delivery.key(), begun.state(), new Dead(clock.instant()));
        }

        assertThatThrownBy(() -> retry.retry(subscription, delivery.key().id()))
                .isInstanceOf(NotRetried.class)
                .hasMessage("The delivery has been retried ten times.");
    }

    static Stream<DeliveryState> movable() {
        return Stream.of(
                new Dead(NOW),
                new Delivered(NOW),
                new Due(2, NOW.plusSeconds(600)),
                new Ready(2, NOW.plusSeconds(600)));
    }

    @ParameterizedTest
    @MethodSource("movable")
    void aDeliveryWhoseEventIsNotKeptIsRefused(DeliveryState state) {
        Delivery delivery = delivery(state);
        events.erase(EVENT.key());

        assertThatThrownBy(() -> retry.retry(subscription, delivery.key().id()))
                .isInstanceOf(EventGone.class)
                .hasMessage("The event is no longer kept.");
    }

    @Test
    void aDeliveryThatThePolicyDeniesIsCancelled() {
        decisions.permit(request -> false);

        assertThat(retried(subscription, delivery(new Dead(NOW))).state())
                .isEqualTo(new Cancelled(NOW, CancelReason.NOT_PERMITTED));
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void aDeliveryThatTodaysFiltersDoNotWantIsCancelled() {
        Delivery ended = retried(subscription(filters().type("other")), delivery(new Dead(NOW)));

        assertThat(ended.state()).isEqualTo(new Cancelled(NOW, CancelReason.NOT_PERMITTED));
        assertThat(decisions.asked()).allMatch(List::isEmpty);
    }

    @Test
    void nothingIsDecidedWhileThePolicyIsAway() {
        Delivery delivery = delivery(new Dead(NOW));
        decisions.awayFor(request -> true);

        assertThatThrownBy(() -> retry.retry(subscription, delivery.key().id()))
                .isInstanceOf(Unavailable.class);
        assertThat(deliveries.find(delivery.key())).contains(delivery);
    }

    @Test
    void aSubscriptionThatGetsNoEventsIsToldWhy() {
        Delivery delivery = delivery(new Dead(NOW));
        refused(
                delivery,
                subscription.served(
                        subscription.serving().with(new Standing.Paused(PauseReason.FAILING, NOW))),
                "The subscription is paused.");
        refused(
                delivery,
                subscription.served(subscription.serving().with(new Standing.Stopped(NOW))),
                "The subscription is stopped.");
        refused(
                delivery,
                subscription.in(new ValidationState.Pending(1, NOW)),
                "The subscription is not validated.");
    }

    private void refused(Delivery delivery, Subscription mine, String why) {
        assertThatThrownBy(() -> retry.retry(mine, delivery.key().id()))
                .isInstanceOf(NotServed.class)
                .hasMessage(why);
    }

    @Test
    void aDeliveryOfAnotherSubscriptionIsUnknown() {
        Delivery delivery = delivery(new Dead(NOW));
        Subscription other = SampleSubscription.of(8, filters().build());

        assertThatThrownBy(() -> retry.retry(other, delivery.key().id()))
                .isInstanceOf(UnknownDelivery.class);
        for (String id : List.of("", "x", "a/b".repeat(15), "æ".repeat(43))) {
            assertThatThrownBy(() -> retry.retry(subscription, id))
                    .isInstanceOf(UnknownDelivery.class);
            assertThatThrownBy(() -> own.eraseResponses(subscription, id))
                    .isInstanceOf(UnknownDelivery.class);
        }
    }

    @Test
    void aDeliveryThatOthersKeepChangingIsGivenUpForNow() {
        Delivery delivery = delivery(new Dead(NOW));
        DeliveryStore busy = mock(DeliveryStore.class);
        when(busy.find(delivery.key())).thenReturn(Optional.of(delivery));

        assertThatThrownBy(() -> over(busy).retry(subscription, delivery.key().id()))
                .isInstanceOf(Unavailable.class);
    }
}
