package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.log.Activity;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.policy.FakeDecisions;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.subscription.ValidationState;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.SideBySide;
import no.altinn.platform.register.Register;
import no.altinn.platform.register.RegisterUnavailable;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

class RelayEventsTest {
    private static final Instant NOW = SampleSubscription.CREATED;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final MutableClock clock = MutableClock.at(NOW);
    private final FakeSubscriptionStore subscriptions = new FakeSubscriptionStore();
    private final FakeDecisions decisions = new FakeDecisions(request -> true);
    private final Register register = mock(Register.class);
    private final EventStore events = mock(EventStore.class);
    private final FakeDeliveryStore deliveries = new FakeDeliveryStore();
    private final OutboundRelay outbound = mock(OutboundRelay.class);
    private final RetryQueue queue = mock(RetryQueue.class);
    private final DeliveryLog log = mock(DeliveryLog.class);
    private final SideBySide calls = new SideBySide(Runnable::run, 1);
    private final RelayEvents relay = relay(deliveries);

    @BeforeEach
    void twoConsumersWantEverything() {
        subscriptions.put(
                SampleSubscription.of(1, SampleSubscription.filters().build()),
                SampleSubscription.of(
                        2,
                        SampleSubscription.filters().build(),
                        "/org/skd",
                        new ValidationState.Validated()));
    }

    @Test
    void everyPermittedSubscriptionIsOwedADeliveryAndTold() {
        Event event = event(1);

        relay.relay(List.of(event));

        assertThat(deliveries.all()).containsExactly(delivery(event, 1), delivery(event, 2));
        verify(outbound).send(List.of(notice(event, 1), notice(event, 2)));
        verifyNoInteractions(queue, log);
    }

    private static Delivery delivery(Event event, int subscription) {
        return Delivery.of(
                event.key(),
                event.id(),
                event.type(),
                subscription,
                "",
                new DeliveryState.Due(1, NOW),
                NOW);
    }

    @Test
    void aBatchIsToldInOneGo() {
        relay.relay(List.of(event(1), event(2)));

        verify(outbound).send(argThat(notices -> notices.size() == 4));
        verifyNoMoreInteractions(outbound);
    }

    @Test
    void anUnpermittedSubscriptionGetsNothingAndThatIsLogged() {
        decisions.permit(FakeDecisions.about("urn:altinn:org", "skd").negate());

        relay.relay(List.of(event(1)));

        assertThat(deliveries.all())
                .extracting(delivery -> delivery.key().subscriptionId())
                .containsExactly(1);
        verify(log)
                .append(
                        argThat(
                                entry ->
                                        entry.activity() == Activity.UNAUTHORIZED
                                                && entry.subscriptionId() == 2
                                                && entry.consumer().equals("/org/skd")
                                                && entry.endpoint().isEmpty()));
        verifyNoMoreInteractions(log);
    }

    @Test
    void aLogThatIsAwayHoldsUpNoDelivery() {
        decisions.permit(FakeDecisions.about("urn:altinn:org", "skd").negate());
        doThrow(new Unavailable("away", new IOException())).when(log).append(any());

        relay.relay(List.of(event(1), event(2)));

        verify(outbound).send(argThat(notices -> notices.size() == 2));
        verify(log, times(1)).append(any());
        verifyNoInteractions(queue);
    }

    @Test
    void whatTheFeedBringsAgainIsLoggedOnce() {
        decisions.permit(FakeDecisions.about("urn:altinn:org", "skd").negate());
        DeliveryStore away = mock(DeliveryStore.class);
        when(away.create(any())).thenThrow(new Unavailable("away", new IOException()));

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> relay(away).relay(List.of(event(1))));
        relay.relay(List.of(event(1)));

        verify(log, times(1)).append(any());
    }

    @Test
    void anEventThatNobodyWantsCostsNothing() {
        relay.relay(List.of(SampleEvent.of("resource", "urn:altinn:resource:other")));

        assertThat(decisions.asked()).isEmpty();
        verifyNoInteractions(outbound, queue, log);
    }

    @Test
    void aSecondRunCreatesNothingNew() {
        relay.relay(List.of(event(1)));
        List<Delivery> first = deliveries.all();
        clock.advance(Duration.ofMinutes(1));

        relay.relay(List.of(event(1)));

        assertThat(deliveries.all()).isEqualTo(first);
        verify(outbound, times(1)).send(argThat(notices -> !notices.isEmpty()));
    }

    @Test
    void anAbsentRegisterDelaysOnlyThoseWhoWantSubunits() {
        subscriptions.put(
                SampleSubscription.of(
                        3,
                        SampleSubscription.filters()
                                .subject("/party/9")
                                .includeSubunits(true)
                                .build()));
        Event event = SampleEvent.of("id", "1", "subject", "urn:altinn:organization:x:1");
        when(register.mainUnit(any())).thenThrow(new RegisterUnavailable("away"));

        relay.relay(List.of(event));

        assertThat(deliveries.all())
                .extracting(delivery -> delivery.key().subscriptionId())
                .containsExactly(1, 2);
        verify(queue).schedule(new Retry.OfRelay(event.key(), 0), SOON);
    }

    @Test
    void whatTheQueueGaveUpIsTakenUpAgain() {
        relay.rescue(new Retry.OfRelay(event(1).key(), 7));

        verify(queue).schedule(new Retry.OfRelay(event(1).key(), 7), Duration.ofMinutes(5));
    }

    @Test
    void anAbsentDecisionPointNeitherDropsNorDelivers() {
        decisions.awayFor(request -> true);

        relay.relay(List.of(event(1)));

        verify(queue).schedule(new Retry.OfRelay(event(1).key(), 0), SOON);
        assertThat(deliveries.all()).isEmpty();
        verifyNoInteractions(outbound, log);
    }

    @Test
    void oneFailingEventDoesNotStopTheOthers() {
        decisions.awayFor(FakeDecisions.about("urn:altinn:event-id", "2"));

        relay.relay(List.of(event(1), event(2), event(3)));

        assertThat(deliveries.all())
                .extracting(Delivery::eventId)
                .containsExactly("1", "1", "3", "3");
        verify(queue).schedule(new Retry.OfRelay(event(2).key(), 0), SOON);
        verifyNoMoreInteractions(queue);
    }

    @Test
    void anAbsentDecisionPointIsNotWaitedForAHundredTimes() {
        decisions.awayFor(request -> true);

        relay.relay(IntStream.rangeClosed(1, 100).mapToObj(RelayEventsTest::event).toList());

        assertThat(decisions.asked()).hasSize(1);
        for (int i = 1; i <= 100; i++) {
            verify(queue).schedule(new Retry.OfRelay(event(i).key(), 0), SOON);
        }
    }

    @Test
    void anAbsentBusIsReplacedByTheQueue() {
        doThrow(away()).when(outbound).send(any());

        relay.relay(List.of(event(1)));

        assertThat(deliveries.all()).hasSize(2);
        verify(queue).schedule(new Retry.OfDelivery(notice(event(1), 1)), Duration.ZERO);
        verify(queue).schedule(new Retry.OfDelivery(notice(event(1), 2)), Duration.ZERO);
    }

    @Test
    void aNoticeThatTheQueueRefusesHoldsUpNoOther() {
        doThrow(away()).when(outbound).send(any());
        doThrow(away()).when(queue).schedule(eq(new Retry.OfDelivery(notice(event(1), 1))), any());

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> relay.relay(List.of(event(1), event(2))));

        verify(queue, times(4)).schedule(any(), any());
    }

    @Test
    void aQueueThatIsAwayWithTheBusIsNotAskedForThousandsOfNotices() {
        doThrow(away()).when(outbound).send(any());
        doThrow(away()).when(queue).schedule(any(), any());
        List<Event> batch = IntStream.rangeClosed(1, 100).mapToObj(RelayEventsTest::event).toList();

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> relay.relay(batch));

        assertThat(deliveries.all()).hasSize(200);
        verify(queue, times(32)).schedule(any(), any());
    }

    @Test
    void withoutAPlaceToKeepThemNothingCountsAsRelayed() {
        DeliveryStore absent = mock(DeliveryStore.class);
        doThrow(away()).when(absent).create(any());

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> relay(absent).relay(List.of(event(1))));
        verifyNoInteractions(outbound);
    }

    @Test
    void aDeliveryThatCanNeverBeKeptHoldsUpNoOtherBatch() {
        DeliveryStore refusing = mock(DeliveryStore.class);
        doThrow(new IllegalStateException("too large")).when(refusing).create(any());

        relay(refusing).relay(List.of(event(1), event(2)));

        verify(queue).schedule(new Retry.OfRelay(event(1).key(), 0), SOON);
        verify(queue).schedule(new Retry.OfRelay(event(2).key(), 0), SOON);
    }

    @Test
    void withoutAQueueAFailingEventCountsAsNotRelayed() {
        decisions.awayFor(request -> true);
        doThrow(away()).when(queue).schedule(any(), any());

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> relay.relay(List.of(event(1))));
    }

    @Test
    void aRetryRelaysTheStoredEvent() {
        when(events.find(event(1).key())).thenReturn(Optional.of(event(1)));

        relay.retry(new Retry.OfRelay(event(1).key(), 1));

        assertThat(deliveries.all()).hasSize(2);
        verify(outbound).send(List.of(notice(event(1), 1), notice(event(1), 2)));
        verifyNoInteractions(queue);
    }

    @ParameterizedTest
    @CsvSource({"0, PT30S", "1, PT1M", "2, PT5M", "3, PT5M", "400, PT5M"})
    void aFailedRetryIsTriedAgainForever(int failed, Duration wait) {
        decisions.awayFor(request -> true);
        when(events.find(event(1).key())).thenReturn(Optional.of(event(1)));

        relay.retry(new Retry.OfRelay(event(1).key(), failed));

        verify(queue).schedule(new Retry.OfRelay(event(1).key(), failed + 1), wait);
        verifyNoMoreInteractions(queue);
    }

    @Test
    void anAbsentStoreIsAFailedRetry() {
        when(events.find(any())).thenThrow(away());

        relay.retry(new Retry.OfRelay(event(1).key(), 0));

        verify(queue).schedule(eq(new Retry.OfRelay(event(1).key(), 1)), any());
    }

    @Test
    void aBatchThatTheFeedBringsAgainLeavesNoMessages() {
        Event event = SampleEvent.of("id", "1", "subject", "urn:altinn:organization:x:1");
        when(register.mainUnit(any())).thenThrow(new RegisterUnavailable("away"));
        DeliveryStore broken = mock(DeliveryStore.class);
        when(broken.create(any())).thenThrow(away());

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> relay(broken).relay(List.of(event)));

        verifyNoInteractions(queue);
    }

    @Test
    void aRetryThatFailsTwiceIsTriedAgainOnce() {
        Event event = SampleEvent.of("id", "1", "subject", "urn:altinn:organization:x:1");
        when(events.find(event.key())).thenReturn(Optional.of(event));
        when(register.mainUnit(any())).thenThrow(new RegisterUnavailable("away"));
        DeliveryStore broken = mock(DeliveryStore.class);
        when(broken.create(any())).thenThrow(away());

        relay(broken).retry(new Retry.OfRelay(event.key(), 1));

        verify(broken).create(any());
        verify(queue, times(1)).schedule(new Retry.OfRelay(event.key(), 2), Duration.ofMinutes(1));
        verifyNoMoreInteractions(queue);
    }

    @Test
    void anEventThatIsGoneIsNotRetried() {
        when(events.find(any())).thenReturn(Optional.empty());

        relay.retry(new Retry.OfRelay(event(1).key(), 0));

        verify(queue, never()).schedule(any(), any());
        verifyNoInteractions(outbound);
    }

    @Test
    void aStoredEventIsRelayedAgainByWayOfTheQueue() {
        when(events.find(event(1).key())).thenReturn(Optional.of(event(1)));

        assertThat(relay.scheduleReplay(event(1).key())).isTrue();

        verify(queue).schedule(new Retry.OfRelay(event(1).key(), 0), Duration.ZERO);
    }

    @Test
    void aNewEventIsLeftToTheChangeFeed() {
        when(events.find(any())).thenReturn(Optional.empty());

        assertThat(relay.replay(event(1).key())).isFalse();
        assertThat(relay.scheduleReplay(event(1).key())).isFalse();

        verifyNoInteractions(outbound, queue);
    }

    private RelayEvents relay(DeliveryStore store) {
        return new SampleRelay(
                        new SubscriptionIndex(subscriptions, clock),
                        decisions,
                        register,
                        events,
                        calls,
                        clock)
                .over(store, outbound, queue, log);
    }

    private static Event event(int id) {
        return SampleEvent.of("id", Integer.toString(id), "subject", "/party/1");
    }

    private static DeliveryNotice notice(Event event, int subscription) {
        return new DeliveryNotice(DeliveryKey.of(event.key(), subscription), 1);
    }

    private static Unavailable away() {
        return new Unavailable("away", new IllegalStateException());
    }
}
