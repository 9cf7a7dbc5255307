package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.log.Activity;
import no.altinn.events.log.BestEffortLog;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.subscription.EndPointRequests;
import no.altinn.events.subscription.FakeSubscriptionStore;
import no.altinn.events.subscription.PlainRequests;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.SubscriptionIndex;
import no.altinn.events.webhook.EndPointCaller;
import no.altinn.events.webhook.ErrorKind;
import no.altinn.events.webhook.Webhook;
import no.altinn.events.webhook.WebhookReply;
import no.altinn.events.webhook.WebhookRequest;
import no.altinn.events.webhook.places.Concurrency;
import no.altinn.events.webhook.places.EndPointPlaces;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.time.RetrySchedule;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class DeliverEventTest {
    private static final Instant NOW = SampleSubscription.CREATED;
    private static final Event EVENT = SampleEvent.of("subject", "/party/1");
    private static final Delivery DELIVERY = Delivery.due(EVENT.key(), EVENT.id(), 7, "", NOW);

    private final MutableClock clock = MutableClock.at(NOW);
    private final EventStore events = mock(EventStore.class);
    private final FakeDeliveryStore deliveries = new FakeDeliveryStore();
    private final FakeSubscriptionStore subscriptions = new FakeSubscriptionStore();
    private final Webhook webhook = mock(Webhook.class);
    private final RetryQueue queue = mock(RetryQueue.class);
    private final DeliveryLog log = mock(DeliveryLog.class);
    private EndPointRequests requests = PlainRequests.UNSIGNED;
    private final DeliverEvent deliver =
            new SampleServing(
                            subscriptions,
                            new SubscriptionIndex(subscriptions, clock),
                            queue,
                            mock(EventStore.class),
                            new FakeRates(),
                            clock)
                    .deliver(
                            events,
                            new DeliveryLifecycle(
                                    deliveries,
                                    queue,
                                    new RetrySchedule(PushSchedule.TWELVE_ATTEMPTS.delays(), 0),
                                    new Random(1),
                                    clock),
                            (subscription, key, id, start, json) ->
                                    requests.of(subscription, key, id, start, json),
                            new EndPointCaller(
                                    webhook,
                                    new EndPointPlaces(
                                            Concurrency.FUNCTIONS_HOST, Duration.ZERO, clock),
                                    clock),
                            new BestEffortLog(log, clock));

    @BeforeEach
    void everythingIsThere() {
        deliveries.create(List.of(DELIVERY));
        subscriptions.put(SampleSubscription.of(7, SampleSubscription.filters().build()));
        when(events.find(EVENT.key())).thenReturn(Optional.of(EVENT));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void anEventThatWasTakenIsDelivered(int status) {
        answer(WebhookReply.answered(status));

        deliver.attempt(notice(1));

        verify(webhook)
                .post(
                        WebhookRequest.of(URI.create("https://hook.example/7"), EVENT.json()),
                        Duration.ofSeconds(20));
        assertThat(state()).isEqualTo(new Delivered(NOW.plusMillis(250)));
        assertThat(attempts())
                .containsExactly(new Attempt(1, NOW, Duration.ofMillis(250), status, ""));
        verifyNoInteractions(queue, log);
    }

    @Test
    void theMessageIsTheDeliveryAtEveryAttemptAndItsTimeThatOfTheAttempt() {
        List<String> made = new ArrayList<>();
        requests =
                (subscription, key, id, start, json) -> {
                    made.add(id + " " + start);
                    return PlainRequests.UNSIGNED.of(subscription, key, id, start, json);
                };
        answer(WebhookReply.answered(503));
        deliver.attempt(notice(1));
        Instant second = ((Due) state()).at();
        attemptWhenDue(2);

        String id = DELIVERY.key().id();
        assertThat(made).containsExactly(id + " " + NOW, id + " " + second);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anAttemptThatCannotBeSignedIsTheSameInHalfAMinute(int number) {
        answer(WebhookReply.answered(503));
        if (number == 2) {
            deliver.attempt(notice(1));
            clock.set(((Due) state()).at());
        }
        Instant now = clock.instant();
        requests =
                (subscription, key, id, start, json) -> {
                    throw new Unavailable("The vault is away");
                };

        deliver.attempt(notice(number));

        verify(webhook, times(number - 1)).post(any(), any());
        assertThat(attempts()).hasSize(number - 1);
        assertThat(state())
                .isInstanceOfSatisfying(
                        Due.class,
                        due -> {
                            assertThat(due.attempt()).isEqualTo(number);
                            assertThat(due.at())
                                    .isBetween(now.plusMillis(22_500), now.plusSeconds(30));
                        });
        requests = PlainRequests.UNSIGNED;
        attemptWhenDue(number);
        assertThat(attempts()).extracting(Attempt::number).contains(number).hasSize(number);
    }

    @Test
    void laterAttemptsMayTakeLonger() {
        answer(WebhookReply.answered(503));
        deliver.attempt(notice(1));

        attemptWhenDue(2);

        verify(webhook).post(any(), argThat(Duration.ofSeconds(20)::equals));
        verify(webhook).post(any(), argThat(Duration.ofSeconds(45)::equals));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 199, 301, 400, 429, 503})
    void anEventThatWasNotTakenIsTriedAgain(int status) {
        WebhookReply reply =
                status == 0
                        ? WebhookReply.failed(ErrorKind.CONNECT, "refused")
                        : WebhookReply.answered(status);
        answer(reply);

        deliver.attempt(notice(1));

        assertThat(state()).isEqualTo(new Due(2, NOW.plusMillis(250).plusSeconds(10)));
        assertThat(attempts())
                .containsExactly(
                        new Attempt(
                                1,
                                NOW,
                                Duration.ofMillis(250),
                                status,
                                reply.reason(),
                                Trigger.SCHEDULE,
                                reply.errorKind(),
                                Optional.empty()));
        verify(queue).schedule(new Retry.OfDelivery(notice(2)), Duration.ofSeconds(10));
        verifyNoInteractions(log);
    }

    @Test
    void theTwelfthFailureIsADeadLetterAndLogged() {
        answer(WebhookReply.answered(500));

        for (int attempt = 1; attempt <= 12; attempt++) {
            attemptWhenDue(attempt);
        }

        assertThat(state()).isInstanceOf(Dead.class);
        assertThat(attempts()).extracting(Attempt::number).hasSize(12).endsWith(11, 12);
        verify(queue, times(11)).schedule(any(), any());
        verify(log)
                .append(
                        argThat(
                                entry ->
                                        entry.activity() == Activity.DEQUEUE_LIMIT_REACHED
                                                && entry.status() == 500
                                                && entry.consumer().equals("/org/ttd")
                                                && entry.cloudEventId().equals(EVENT.id())));
        assertThat(deliveries.count(7, DeliveryStatus.DEAD, 10)).isEqualTo(1);
    }

    @Test
    void aNoticeOfAnotherAttemptIsVoid() {
        deliver.attempt(notice(2));
        answer(WebhookReply.answered(200));
        deliver.attempt(notice(1));
        deliver.attempt(notice(1));

        verify(webhook, times(1)).post(any(), any());
        verifyNoInteractions(queue);
    }

    @Test
    void aNoticeOfAnUnknownDeliveryIsVoid() {
        Delivery other = Delivery.due(EVENT.key(), EVENT.id(), 8, "", NOW);

        deliver.attempt(new DeliveryNotice(other.key(), 1));

        verifyNoInteractions(webhook, queue, log);
    }

    @Test
    void aRemovedSubscriptionGetsNothing() {
        subscriptions.remove(7);

        deliver.attempt(notice(1));

        assertThat(state()).isEqualTo(new Cancelled(NOW, CancelReason.REMOVED));
        verifyNoInteractions(webhook, queue);
        verify(log).append(argThat(entry -> entry.activity() == Activity.INVALID_SUBSCRIPTION));
    }

    @Test
    void anEventOfASubscriptionWithoutAnEndpointIsLeftForItsConsumerToFetch() {
        subscriptions.put(SampleSubscription.pulled(7));

        deliver.attempt(notice(1));

        assertThat(state()).isEqualTo(new DeliveryState.Ready(1, NOW));
        assertThat(attempts()).isEmpty();
        verifyNoInteractions(webhook, queue, log);
    }

    @Test
    void aSubscriptionWithATextThatIsTooLongGetsNothing() {
        subscriptions.put(
                SampleSubscription.of(
                        7, SampleSubscription.filters().type("t".repeat(1_025)).build()));

        deliver.attempt(notice(1));

        assertThat(state()).isEqualTo(new Cancelled(NOW, CancelReason.REMOVED));
        verifyNoInteractions(webhook, queue);
    }

    @Test
    void whatHasMovedOnMeanwhileIsNotCancelled() {
        when(events.find(EVENT.key()))
                .thenAnswer(
                        call -> {
                            deliveries.record(
                                    DELIVERY.key(),
                                    new Attempt(1, NOW, Duration.ZERO, 200, ""),
                                    new Delivered(NOW));
                            return Optional.empty();
                        });

        deliver.attempt(notice(1));

        assertThat(state()).isEqualTo(new Delivered(NOW));
        verifyNoInteractions(log);
    }

    @Test
    void aLogThatIsAwayChangesNothing() {
        subscriptions.remove(7);
        doThrow(new Unavailable("away", new IOException())).when(log).append(any());

        deliver.attempt(notice(1));

        assertThat(state()).isEqualTo(new Cancelled(NOW, CancelReason.REMOVED));
    }

    @Test
    void ofTwoNoticesOfALaterAttemptOneIsVoid() {
        answer(WebhookReply.answered(503));
        deliver.attempt(notice(1));
        whileItIsCalled(() -> deliver.attempt(notice(2)));

        attemptWhenDue(2);

        verify(webhook, times(2)).post(any(), any());
        assertThat(attempts()).extracting(Attempt::number).containsExactly(1, 2);
    }

    @Test
    void aFirstAttemptThatTheSweepTellsOfTooIsMadeOnce() {
        clock.advance(Duration.ofMinutes(3));
        deliveries.move(DELIVERY.key(), DELIVERY.state(), new Due(1, clock.instant()));
        whileItIsCalled(() -> deliver.attempt(notice(1)));

        deliver.attempt(notice(1));

        verify(webhook, times(1)).post(any(), any());
    }

    @Test
    void aFirstAttemptThatWasPostponedIsMadeOnceThoughItHasTwoNotices() {
        clock.advance(Duration.ofSeconds(5));
        deliveries.move(DELIVERY.key(), DELIVERY.state(), new Due(1, clock.instant()));
        whileItIsCalled(() -> deliver.attempt(notice(1)));

        deliver.attempt(notice(1));

        verify(webhook, times(1)).post(any(), any());
    }

    @Test
    void aClaimedAttemptWhoseMakerDiedIsDueAgainWhenItsTimeIsOver() {
        answer(WebhookReply.answered(503));
        deliver.attempt(notice(1));
        when(webhook.post(any(), any())).thenThrow(new IllegalStateException("died"));
        clock.advance(Duration.ofSeconds(10));
        Instant claimed = clock.instant();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> deliver.attempt(notice(2)));

        assertThat(state()).isEqualTo(new Due(2, claimed.plusSeconds(60)));
    }

    @Test
    void anAttemptThatIsDueForAnotherMachinesClockIsMade() {
        answer(WebhookReply.answered(503));
        deliver.attempt(notice(1));
        clock.advance(Duration.ofSeconds(6));

        deliver.attempt(notice(2));

        assertThat(attempts()).extracting(Attempt::number).containsExactly(1, 2);
    }

    @Test
    void anEventThatIsGoneIsNotDelivered() {
        when(events.find(EVENT.key())).thenReturn(Optional.empty());

        deliver.attempt(notice(1));

        assertThat(state()).isEqualTo(new Cancelled(NOW, CancelReason.EVENT_GONE));
        verifyNoInteractions(webhook, queue);
    }

    @Test
    void anAttemptForWhichThereIsNoPlaceComesBackLaterAndIsNotForgotten() {
        List<DeliveryNotice> second =
                IntStream.range(7, 27)
                        .mapToObj(id -> new DeliveryNotice(dueForItsSecondAttempt(id).key(), 2))
                        .toList();
        AtomicInteger nested = new AtomicInteger();
        when(webhook.post(any(), any()))
                .thenAnswer(
                        call -> {
                            // Each call makes another one while it runs, until there is no place.
                            deliver.attempt(second.get(nested.incrementAndGet()));
                            return WebhookReply.answered(503);
                        });

        deliver.attempt(second.get(0));

        DeliveryNotice last = second.get(nested.get());
        ArgumentCaptor<Duration> wait = ArgumentCaptor.forClass(Duration.class);
        verify(queue).schedule(eq(new Retry.OfDelivery(last)), wait.capture());
        assertThat(wait.getValue()).isPositive().isLessThan(DeliveryLifecycle.LONGEST_HOLD);
        assertThat(deliveries.find(last.key()).orElseThrow().state())
                .isEqualTo(new Due(2, clock.instant().plus(wait.getValue())));
    }

    @Test
    void manyFirstAttemptsLeavePlacesForLaterOnes() {
        int most = Concurrency.FUNCTIONS_HOST.firstAttempts();
        Delivery later = dueForItsSecondAttempt(8);
        List<DeliveryNotice> first =
                IntStream.range(100, 100 + most)
                        .mapToObj(id -> new DeliveryNotice(dueForItsFirstAttempt(id).key(), 1))
                        .toList();
        AtomicInteger nested = new AtomicInteger();
        when(webhook.post(any(), any()))
                .thenAnswer(
                        call -> {
                            // Each call makes another one while it runs, until there is no place.
                            deliver.attempt(first.get(nested.incrementAndGet()));
                            deliver.attempt(new DeliveryNotice(later.key(), 2));
                            return WebhookReply.answered(200);
                        });

        deliver.attempt(first.get(0));

        assertThat(deliveries.find(later.key()).orElseThrow().state())
                .isInstanceOf(Delivered.class);
    }

    @Test
    void ofTwoAttemptsAtTheSameTimeOneMovesTheDelivery() {
        when(webhook.post(any(), any()))
                .thenAnswer(
                        call -> {
                            deliveries.record(
                                    DELIVERY.key(),
                                    new Attempt(1, NOW, Duration.ZERO, 200, ""),
                                    new Delivered(NOW));
                            return WebhookReply.answered(500);
                        });

        deliver.attempt(notice(1));

        assertThat(state()).isEqualTo(new Delivered(NOW));
        assertThat(attempts()).hasSize(2);
        verifyNoInteractions(queue);
    }

    @Test
    void aFailureInTheMiddleLeavesTheDeliveryDue() {
        when(webhook.post(any(), any())).thenThrow(new IllegalStateException("broken"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> deliver.attempt(notice(1)));

        assertThat(state()).isEqualTo(new Due(1, NOW));
        verifyNoInteractions(queue);
    }

    private Delivery dueForItsFirstAttempt(int subscriptionId) {
        Delivery delivery = Delivery.due(EVENT.key(), EVENT.id(), subscriptionId, "", NOW);
        subscriptions.put(
                SampleSubscription.of(subscriptionId, SampleSubscription.filters().build()));
        deliveries.create(List.of(delivery));
        return delivery;
    }

    private Delivery dueForItsSecondAttempt(int subscriptionId) {
        Delivery delivery = dueForItsFirstAttempt(subscriptionId);
        deliveries.record(
                delivery.key(), new Attempt(1, NOW, Duration.ZERO, 503, ""), new Due(2, NOW));
        return delivery;
    }

    private void attemptWhenDue(int attempt) {
        Instant due = ((Due) state()).at();
        clock.advance(Duration.between(clock.instant(), due));
        deliver.attempt(notice(attempt));
    }

    private void whileItIsCalled(Runnable action) {
        when(webhook.post(any(), any()))
                .thenAnswer(
                        call -> {
                            action.run();
                            return WebhookReply.answered(503);
                        });
    }

    private void answer(WebhookReply reply) {
        when(webhook.post(any(), any()))
                .thenAnswer(
                        call -> {
                            clock.advance(Duration.ofMillis(250));
                            return reply;
                        });
    }

    private static DeliveryNotice notice(int attempt) {
        return new DeliveryNotice(DELIVERY.key(), attempt);
    }

    private DeliveryState state() {
        return deliveries.find(DELIVERY.key()).orElseThrow().state();
    }

    private List<Attempt> attempts() {
        return deliveries.find(DELIVERY.key()).orElseThrow().attempts();
    }
}
