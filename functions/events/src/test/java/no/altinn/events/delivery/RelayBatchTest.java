package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import no.altinn.events.delivery.FakeRetryQueue.Scheduled;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.ValidationState;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.CallThreads;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.register.Register;
import no.altinn.platform.register.RegisterUnavailable;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;

/** What is done side by side for a batch of events, and that one bad event holds up no other. */
@Timeout(60)
final class RelayBatchTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final MutableClock clock = MutableClock.at(SampleSubscription.CREATED);
    private final FakeSubscriptionStore subscriptions = new FakeSubscriptionStore();
    private final FakeDecisions decisions = new FakeDecisions(request -> true);
    private final Register register = mock(Register.class);
    private final FakeDeliveryStore deliveries = new FakeDeliveryStore();
    private final List<DeliveryNotice> told = Collections.synchronizedList(new ArrayList<>());
    private final FakeRetryQueue queue = new FakeRetryQueue();
    private SideBySide calls = new SideBySide(Runnable::run, 1);

    @BeforeEach
    void threeConsumersWantEverything() {
        List<String> consumers = List.of("/org/ttd", "/org/skd", "/user/1");
        for (int id = 1; id <= 3; id++) {
            subscriptions.put(
                    SampleSubscription.of(
                            id,
                            SampleSubscription.filters().build(),
                            consumers.get(id - 1),
                            new ValidationState.Validated()));
        }
    }

    private RelayEvents relay(DeliveryStore store, OutboundRelay outbound) {
        return new SampleRelay(
                        new SubscriptionIndex(subscriptions, clock),
                        decisions,
                        register,
                        mock(EventStore.class),
                        calls,
                        clock)
                .over(store, outbound, queue, mock(DeliveryLog.class));
    }

    private static List<Event> batch(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> SampleEvent.of("id", "e" + i, "subject", "/party/" + i))
                .toList();
    }

    private static Scheduled again(Event event) {
        return new Scheduled(new Retry.OfRelay(event.key(), 0), SOON);
    }

    @Test
    void aHundredEventsWithThreeConsumersAreDecidedOnInOneGo() {
        relay(deliveries, told::addAll).relay(batch(100));

        assertThat(decisions.asked()).hasSize(1);
        assertThat(decisions.asked().get(0)).hasSize(300);
        assertThat(deliveries.all()).hasSize(300);
        assertThat(told).hasSize(300);
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void whatIsUndecidedForOneConsumerHoldsUpNeitherOthersNorOtherEvents() {
        decisions.awayFor(
                FakeDecisions.about("urn:altinn:event-id", "e1")
                        .and(FakeDecisions.about("urn:altinn:org", "skd")));

        relay(deliveries, told::addAll).relay(batch(3));

        assertThat(deliveries.all()).hasSize(8);
        assertThat(queue.take()).containsExactly(again(batch(3).get(1)));
    }

    @Test
    void aDeliveryThatTheStoreRefusesHoldsUpItsOwnEventAlone() {
        DeliveryStore refusing = mock(DeliveryStore.class);
        when(refusing.create(any()))
                .thenAnswer(
                        call -> {
                            List<Delivery> all = call.getArgument(0);
                            if (all.stream().anyMatch(one -> one.eventId().equals("e1"))) {
                                throw new IllegalStateException("too large");
                            }
                            return deliveries.create(all);
                        });

        relay(refusing, told::addAll).relay(batch(3));

        assertThat(deliveries.all())
                .extracting(Delivery::eventId)
                .containsExactly("e0", "e0", "e0", "e2", "e2", "e2");
        assertThat(told).hasSize(6);
        assertThat(queue.take()).containsExactly(again(batch(3).get(1)));
    }

    /** Creates each delivery by itself, and tells of none when it fails at one of e1. */
    private DeliveryStore failingAtOne(RuntimeException failure) {
        DeliveryStore failing = mock(DeliveryStore.class);
        when(failing.create(any()))
                .thenAnswer(
                        call -> {
                            List<Delivery> created = new ArrayList<>();
                            for (Delivery one : call.<List<Delivery>>getArgument(0)) {
                                if (one.eventId().equals("e1") && one.key().subscriptionId() == 2) {
                                    throw failure;
                                }
                                created.addAll(deliveries.create(List.of(one)));
                            }
                            return created;
                        });
        when(failing.find(any())).thenAnswer(call -> deliveries.find(call.getArgument(0)));
        return failing;
    }

    private List<DeliveryNotice> noticesOfAll() {
        return deliveries.all().stream().map(one -> new DeliveryNotice(one.key(), 1)).toList();
    }

    @Test
    void aRefusedDeliveryKeepsNoNoticeOfAnotherBack() {
        relay(failingAtOne(new IllegalStateException("too large")), told::addAll).relay(batch(50));

        assertThat(deliveries.all()).hasSizeGreaterThanOrEqualTo(49 * 3);
        assertThat(told).containsExactlyInAnyOrderElementsOf(noticesOfAll());
        assertThat(queue.take()).containsExactly(again(batch(2).get(1)));
    }

    @Test
    void aStoreThatGoesAwayKeepsNoNoticeOfWhatItCreatedBack() {
        RelayEvents relay = relay(failingAtOne(new Unavailable("away")), told::addAll);

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> relay.relay(batch(50)));
        assertThat(deliveries.all()).isNotEmpty();
        assertThat(told).containsExactlyElementsOf(noticesOfAll());
    }

    @Test
    void aDeliveryOfAnEarlierRelayHasNoSecondNoticeWhenAnotherIsRefused() {
        relay(deliveries, told::addAll).relay(batch(1));
        List<DeliveryNotice> earlier = List.copyOf(told);
        told.clear();
        clock.advance(Duration.ofSeconds(1));

        relay(failingAtOne(new IllegalStateException("too large")), told::addAll).relay(batch(2));

        assertThat(told).isNotEmpty().doesNotContainAnyElementsOf(earlier);
    }

    @Test
    void aStoreThatCannotBeReadEitherIsAskedOnce() {
        DeliveryStore away = failingAtOne(new Unavailable("away"));
        when(away.find(any())).thenThrow(new Unavailable("away"));
        RelayEvents relay = relay(away, told::addAll);

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> relay.relay(batch(50)));
        verify(away, times(1)).find(any());
    }

    @Test
    void aBusThatRefusesNoticesHasThemScheduledInstead() {
        relay(
                        deliveries,
                        notices -> {
                            throw new IllegalStateException("refused");
                        })
                .relay(batch(1));

        assertThat(queue.take())
                .extracting(Scheduled::delay)
                .hasSize(3)
                .containsOnly(Duration.ZERO);
    }

    @Test
    void theStoreTakesDeliveriesWhileTheBusIsToldOfThoseBefore() {
        calls = new SideBySide(CallThreads.named("test", 8), 4);
        CountDownLatch second = new CountDownLatch(2);
        List<Delivery> written = Collections.synchronizedList(new ArrayList<>());
        DeliveryStore store = mock(DeliveryStore.class);
        when(store.create(any()))
                .thenAnswer(
                        call -> {
                            List<Delivery> created = deliveries.create(call.getArgument(0));
                            written.addAll(created);
                            second.countDown();
                            return created;
                        });

        relay(
                        store,
                        notices -> {
                            // Waits for a second write: without one beside it, for ever.
                            await(second);
                            assertThat(written)
                                    .extracting(Delivery::key)
                                    .containsAll(
                                            notices.stream().map(DeliveryNotice::key).toList());
                            told.addAll(notices);
                        })
                .relay(batch(100));

        assertThat(told).hasSize(300).doesNotHaveDuplicates();
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void aStoreThatIsAwayIsNotWaitedForByEveryPart() {
        calls = new SideBySide(CallThreads.named("test", 8), 4);
        DeliveryStore away = mock(DeliveryStore.class);
        when(away.create(any())).thenThrow(new Unavailable("away"));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> relay(away, told::addAll).relay(batch(1_000)));
        verify(away, times(1)).create(any());
    }

    @Test
    void mainUnitsAreLookedUpSideBySide() {
        wantSubunits();
        calls = new SideBySide(CallThreads.named("test", 8), 4);
        CyclicBarrier four = new CyclicBarrier(4);
        when(register.mainUnit(any()))
                .thenAnswer(
                        call -> {
                            pass(four);
                            return Optional.empty();
                        });

        relay(deliveries, told::addAll).relay(subunits(8));

        verify(register, times(8)).mainUnit(any());
        assertThat(deliveries.all()).hasSize(24);
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void aRegisterThatIsAwayIsAskedThreeTimesAtMostAndDelaysOnlyMainUnits() {
        wantSubunits();
        when(register.mainUnit(any())).thenThrow(new RegisterUnavailable("away"));

        relay(deliveries, told::addAll).relay(subunits(100));

        verify(register, times(3)).mainUnit(any());
        assertThat(deliveries.all()).hasSize(300);
        assertThat(queue.take()).hasSize(100);
    }

    private void wantSubunits() {
        subscriptions.put(
                SampleSubscription.of(
                        4,
                        SampleSubscription.filters()
                                .subject("/party/9")
                                .includeSubunits(true)
                                .build()));
    }

    private static List<Event> subunits(int size) {
        return IntStream.range(0, size)
                .mapToObj(
                        i ->
                                SampleEvent.of(
                                        "id", "e" + i, "subject", "urn:altinn:organization:x:" + i))
                .toList();
    }

    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
