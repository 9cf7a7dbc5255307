package no.altinn.events.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import no.altinn.events.delivery.CancelReason;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Locked;
import no.altinn.events.delivery.DeliveryState.Ready;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.FakeDeliveryStore;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.log.Activity;
import no.altinn.events.subscription.PauseReason;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.WrongDeliveryMode;
import no.altinn.platform.client.Unavailable;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

class ReceiveEventsTest {
    private static final Instant NOW = SampleSubscription.CREATED;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final MutableClock clock = MutableClock.at(NOW);
    private final FakeDeliveryStore deliveries = spy(new FakeDeliveryStore());
    private final Receivers receivers = new Receivers(deliveries, clock, clock::advance);
    private final Subscription subscription = receivers.pulled(7);

    private List<String> received(int maxEvents) {
        return ids(receivers.receive(subscription, maxEvents));
    }

    private static List<String> ids(List<ReceivedEvent> events) {
        return events.stream().map(one -> one.event().id()).toList();
    }

    private Delivery ready(String eventId, Instant created) {
        return receivers.ready(7, eventId, created);
    }

    @Test
    void theOldestEventIsLockedForItsReceiver() {
        Delivery second = ready("second", NOW.minusSeconds(1));
        Delivery first = ready("first", NOW.minusSeconds(2));
        receivers.ready(8, "other", NOW.minusSeconds(3));

        List<ReceivedEvent> got = receivers.receive(subscription, 1);

        assertThat(got)
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.event()).isEqualTo(SampleEvent.of("id", "first"));
                            assertThat(one.deliveryCount()).isEqualTo(1);
                            assertThat(one.lockToken()).hasSizeBetween(1, 200);
                        });
        assertThat(receivers.now(first).state())
                .isInstanceOfSatisfying(
                        Locked.class,
                        lock -> assertThat(lock.at()).isEqualTo(NOW.plus(Receivers.LOCK)));
        assertThat(receivers.now(second).state()).isEqualTo(second.state());
        assertThat(received(10)).containsExactly("second");
        assertThat(received(10)).isEmpty();
        assertThat(receivers.decisions.asked()).isEmpty();
    }

    @Test
    void asManyAsAreWantedAreReceivedInTheirOrder() {
        IntStream.range(0, 150).forEach(i -> ready("e" + i, NOW.minusMillis(1_000 - i)));

        assertThat(received(100))
                .isEqualTo(IntStream.range(0, 100).mapToObj(i -> "e" + i).toList());
        assertThat(received(100)).hasSize(50);
    }

    @Test
    void whatWasGivenBackForLaterIsNotReceivedBefore() {
        Delivery delivery = ready("1", NOW);
        receivers.settle.release(
                subscription,
                List.of(receivers.receive(subscription, 1).get(0).lockToken()),
                MINUTE);

        assertThat(received(1)).isEmpty();
        clock.advance(MINUTE);
        assertThat(receivers.receive(subscription, 1))
                .singleElement()
                .satisfies(one -> assertThat(one.deliveryCount()).isEqualTo(2));
        assertThat(receivers.now(delivery).attempts()).hasSize(1);
    }

    @Test
    void moreThanAMebibyteIsLeftForTheNextReceiver() {
        for (int i = 0; i < 4; i++) {
            receivers.ready(
                    7,
                    SampleEvent.of("id", "e" + i, "data", "å".repeat(200_000)),
                    NOW.minusSeconds(9 - i));
        }

        assertThat(received(10)).containsExactly("e0", "e1");
        assertThat(received(10)).containsExactly("e2", "e3");
    }

    @Test
    void oneEventIsReceivedHoweverLargeItIs() {
        receivers.ready(
                7, SampleEvent.of("id", "big", "data", "x".repeat(1_100_000)), NOW.minusSeconds(1));
        ready("small", NOW);

        assertThat(received(10)).containsExactly("big");
        assertThat(received(10)).containsExactly("small");
    }

    @Test
    void anEventThatIsGoneIsCancelledAndTheNextOneReceived() {
        Delivery gone = ready("gone", NOW.minusSeconds(1));
        receivers.stored.remove(gone.event());
        ready("1", NOW);

        assertThat(received(1)).containsExactly("1");

        assertThat(receivers.now(gone).state())
                .isEqualTo(new Cancelled(NOW, CancelReason.EVENT_GONE));
    }

    @Test
    void whatWasPermittedFiveMinutesAgoIsAskedAgain() {
        Delivery young = ready("young", NOW.minusSeconds(299));
        Delivery old = ready("old", NOW.minusSeconds(300));

        assertThat(received(10)).containsExactly("old", "young");

        assertThat(receivers.decisions.asked())
                .singleElement()
                .satisfies(requests -> assertThat(requests).hasSize(1));
        assertThat(receivers.now(old).permittedAt()).isEqualTo(NOW);
        assertThat(receivers.now(young).permittedAt()).isEqualTo(young.created());
    }

    @Test
    void aPermitThatWasRenewedHoldsForFiveMinutesMore() {
        ready("old", NOW.minusSeconds(300));
        String token = receivers.receive(subscription, 1).get(0).lockToken();
        receivers.settle.release(subscription, List.of(token), Duration.ZERO);
        clock.advance(Duration.ofSeconds(299));

        assertThat(received(1)).containsExactly("old");
        assertThat(receivers.decisions.asked()).hasSize(1);
    }

    @Test
    void whatIsDeniedNowIsCancelledAndLogged() {
        Delivery old = ready("old", NOW.minusSeconds(300));
        ready("young", NOW);
        receivers.decisions.permit(request -> false);

        assertThat(received(1)).containsExactly("young");

        assertThat(receivers.now(old).state())
                .isEqualTo(new Cancelled(NOW, CancelReason.NOT_PERMITTED));
        verify(receivers.log)
                .append(
                        argThat(
                                entry ->
                                        entry.activity() == Activity.UNAUTHORIZED
                                                && entry.cloudEventId().equals("old")
                                                && entry.consumer().equals("/org/ttd")));
    }

    @Test
    void whatCannotBeDecidedNowIsNeitherReceivedNorLost() {
        Delivery old = ready("old", NOW.minusSeconds(300));
        receivers.decisions.awayFor(request -> true);

        assertThat(received(1)).isEmpty();
        assertThat(receivers.now(old)).isEqualTo(old);

        receivers.decisions.awayFor(request -> false);
        assertThat(received(1)).containsExactly("old");
    }

    @Test
    void aPolicyThatIsAwayIsAskedOnceALook() {
        IntStream.range(0, 30).forEach(i -> ready("e" + i, NOW.minusSeconds(400 - i)));
        receivers.decisions.awayFor(request -> true);

        assertThat(received(1)).isEmpty();

        assertThat(receivers.decisions.asked()).hasSize(1);
    }

    @Test
    void aPausedSubscriptionGivesNothingUntilItIsResumed() {
        ready("1", NOW);
        Subscription paused =
                subscription.served(Serving.NEW.with(new Standing.Paused(PauseReason.OWNER, NOW)));
        receivers.subscriptions.put(paused);

        assertThat(receivers.receive(paused, 1)).isEmpty();
        assertThat(receivers.await(paused, Duration.ofSeconds(20))).isEmpty();

        receivers.subscriptions.put(subscription);
        clock.advance(MINUTE);
        assertThat(ids(receivers.await(paused, Duration.ofSeconds(20)))).containsExactly("1");
    }

    @Test
    void aSubscriptionThatIsRemovedMeanwhileGivesNothing() {
        AtomicReference<Receivers> some = new AtomicReference<>();
        Receivers waiting =
                new Receivers(
                        deliveries,
                        clock,
                        time -> {
                            clock.advance(time);
                            some.get().ready(7, "late", NOW);
                        });
        some.set(waiting);

        assertThat(waiting.await(subscription, Duration.ofSeconds(1))).isEmpty();
        waiting.pulled(7);
        clock.advance(MINUTE);
        assertThat(ids(waiting.await(subscription, Duration.ofSeconds(1)))).containsExactly("late");
    }

    @Test
    void whoWaitsGetsWhatComesMeanwhile() {
        ready("later", NOW.plusSeconds(3));

        assertThat(ids(receivers.await(subscription, Duration.ofSeconds(20))))
                .containsExactly("later");
        assertThat(receivers.pauses)
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void anEventThatIsThereIsReceivedWithoutAWait() {
        ready("1", NOW);

        assertThat(ids(receivers.await(subscription, Duration.ofSeconds(20)))).containsExactly("1");
        assertThat(receivers.pauses).isEmpty();
    }

    @Test
    void aLockThatRanOutMakesTheEventReadyAgain() {
        Delivery delivery = ready("1", NOW);
        receivers.receive(subscription, 1);
        clock.advance(Receivers.LOCK.minusMillis(1));
        assertThat(received(1)).isEmpty();

        clock.advance(FreeLocks.EVERY);
        assertThat(receivers.receive(subscription, 1))
                .singleElement()
                .satisfies(one -> assertThat(one.deliveryCount()).isEqualTo(2));

        assertThat(receivers.lost).hasValue(1);
        assertThat(receivers.now(delivery).attempts())
                .singleElement()
                .satisfies(
                        attempt -> {
                            assertThat(attempt.number()).isEqualTo(1);
                            assertThat(attempt.at()).isEqualTo(NOW);
                            assertThat(attempt.status()).isZero();
                            assertThat(attempt.reason()).isEqualTo("the lock ran out");
                            assertThat(attempt.succeeded()).isFalse();
                        });
    }

    @Test
    void theTwelfthLockThatRanOutGivesTheEventUp() {
        Delivery delivery = ready("1", NOW);
        for (int i = 1; i <= 12; i++) {
            assertThat(receivers.receive(subscription, 1))
                    .singleElement()
                    .extracting(ReceivedEvent::deliveryCount)
                    .isEqualTo(i);
            clock.advance(MINUTE.plusSeconds(1));
        }

        assertThat(received(1)).isEmpty();

        assertThat(receivers.now(delivery).state())
                .isEqualTo(new DeliveryState.Dead(clock.instant()));
        assertThat(receivers.now(delivery).attempts()).hasSize(12);
        assertThat(receivers.lost).hasValue(12);
        verify(receivers.log)
                .append(
                        argThat(
                                entry ->
                                        entry.activity() == Activity.DEQUEUE_LIMIT_REACHED
                                                && entry.cloudEventId().equals("1")
                                                && entry.subscriptionId() == 7));
    }

    @Test
    void aNewRoundCountsItsOwnLocks() {
        Delivery delivery = ready("1", NOW);
        for (int i = 1; i <= 12; i++) {
            receivers.receive(subscription, 1);
            clock.advance(MINUTE.plusSeconds(1));
        }
        receivers.receive(subscription, 1);
        Delivery dead = receivers.now(delivery);
        deliveries.change(
                dead, dead.begun(new Ready(13, clock.instant())).permitted(clock.instant()));

        assertThat(receivers.receive(subscription, 1))
                .singleElement()
                .extracting(ReceivedEvent::deliveryCount)
                .isEqualTo(13);
        clock.advance(MINUTE.plusSeconds(1));
        assertThat(received(1)).containsExactly("1");
    }

    @Test
    void whatWasGivenBackIsNoLockThatRanOut() {
        Delivery delivery = ready("1", NOW);
        for (int i = 0; i < 20; i++) {
            receivers.settle.release(
                    subscription,
                    List.of(receivers.receive(subscription, 1).get(0).lockToken()),
                    Duration.ZERO);
        }

        assertThat(receivers.now(delivery).state()).isEqualTo(new Ready(21, NOW));
        assertThat(receivers.lost).hasValue(0);
    }

    @Test
    void locksThatRanOutAreLookedForOnceInTenSeconds() {
        received(1);
        received(1);
        clock.advance(FreeLocks.EVERY.minusMillis(1));
        received(1);
        verify(deliveries, times(1))
                .search(argThat(ReceiveEventsTest::isOfLocked), any(Integer.class));

        clock.advance(Duration.ofMillis(1));
        received(1);
        verify(deliveries, times(2))
                .search(argThat(ReceiveEventsTest::isOfLocked), any(Integer.class));
    }

    private static boolean isOfLocked(DeliverySearch search) {
        return search.statuses().contains(DeliveryStatus.LOCKED);
    }

    @Test
    void hundredsOfLocksThatRanOutAreFreedAtOnce() {
        IntStream.range(0, 250).forEach(i -> ready("e" + i, NOW.minusMillis(1_000 - i)));
        IntStream.range(0, 3).forEach(i -> received(100));
        clock.advance(MINUTE.plusSeconds(1));

        assertThat(received(100)).hasSize(100).startsWith("e0");
        assertThat(receivers.lost).hasValue(250);
    }

    @Test
    void aReceiverWhomOthersForestalGoesOnToTheNextEvents() {
        Delivery first = ready("1", NOW.minusSeconds(2));
        ready("2", NOW.minusSeconds(1));
        // The search shows what another receiver has locked since.
        doReturn(List.of(first))
                .doCallRealMethod()
                .when(deliveries)
                .search(
                        argThat(search -> search != null && !isOfLocked(search)),
                        any(Integer.class));
        deliveries.move(first.key(), first.state(), new Locked(1, NOW.plusSeconds(60), "other"));

        assertThat(received(1)).containsExactly("2");
    }

    @Test
    void whatWasLockedIsReceivedThoughTheStoreIsAwayThen() {
        ready("1", NOW.minusSeconds(2));
        Delivery second = ready("2", NOW.minusSeconds(1));
        doThrow(new Unavailable("away"))
                .when(deliveries)
                .move(argThat(second.key()::equals), any(), any());

        assertThat(received(2)).containsExactly("1");
        assertThatThrownBy(() -> received(2)).isInstanceOf(Unavailable.class);
    }

    @Test
    void nothingIsLockedWhileEventsCannotBeRead() {
        Delivery delivery = ready("1", NOW);
        doThrow(new Unavailable("away")).when(receivers.events).find(any());

        assertThatThrownBy(() -> received(1)).isInstanceOf(Unavailable.class);
        assertThat(receivers.now(delivery)).isEqualTo(delivery);
    }

    @Test
    void aSubscriptionToPushesGivesNothing() {
        Subscription pushed = SampleSubscription.of(7, SampleSubscription.filters().build());

        assertThatThrownBy(() -> receivers.receive(pushed, 1))
                .isInstanceOf(WrongDeliveryMode.class)
                .hasMessage("The subscription is not a pull subscription.");
        verifyNoInteractions(receivers.events);
    }
}
