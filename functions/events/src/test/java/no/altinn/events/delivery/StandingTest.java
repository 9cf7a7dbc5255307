package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import no.altinn.events.event.Event;
import no.altinn.events.policy.Callers;
import no.altinn.events.policy.OperationsResource;
import no.altinn.events.subscription.Breaker;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NotYours;
import no.altinn.events.subscription.OwnSubscriptions;
import no.altinn.events.subscription.PauseReason;
import no.altinn.events.subscription.PlainRequests;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Standing;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.UnknownSubscription;
import no.altinn.events.subscription.ValidateSubscription;
import no.altinn.events.subscription.ValidationState;
import no.altinn.events.subscription.WrongDeliveryMode;
import no.altinn.platform.auth.AltinnToken;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** When a subscription is paused or stopped, and how it goes on. */
class StandingTest {
    private static final Instant NOW = ServedSubscription.NOW;
    private static final Standing PAUSED = new Standing.Paused(PauseReason.OWNER, NOW);

    private final ServedSubscription one = new ServedSubscription();
    private final AltinnToken caller = new Callers().org("");
    private final ValidateSubscription validation = mock(ValidateSubscription.class);
    private final OwnServing own =
            new OwnServing(
                    new OwnSubscriptions(one.subscriptions, one.index, PlainRequests.NO_KEYS),
                    one.changes(),
                    new Releases(one.queue),
                    validation,
                    one.serving.events(),
                    one.clock);

    private Standing standing() {
        return one.served().standing();
    }

    @Nested
    class ThatItsConsumerPauses {
        @Test
        void holdsWhatArrives() {
            own.pause(caller, 7);
            DeliveryKey key = one.relay();

            assertThat(standing()).isEqualTo(PAUSED);
            assertThat(one.state(key)).isEqualTo(new DeliveryState.Held(1, NOW));
            assertThat(one.calls).isEmpty();
        }

        @Test
        void holdsWhatIsDueAtItsTurn() {
            one.answer(500);
            DeliveryKey key = one.relay();
            own.pause(caller, 7);

            one.pass(Duration.ofMinutes(1));

            assertThat(one.state(key)).isEqualTo(new DeliveryState.Held(2, NOW.plusSeconds(10)));
            assertThat(one.calls).hasSize(1);
        }

        @Test
        void staysAsItIsWhenItIsPausedAgain() {
            own.pause(caller, 7);
            one.clock.advance(Duration.ofHours(1));

            assertThat(own.pause(caller, 7).serving().standing()).isEqualTo(PAUSED);
            assertThat(one.told).hasSize(1);
        }

        @Test
        void isNotCalledSoThereIsNoBreakerToTry() {
            one.serve(Serving.NEW.with(new Breaker.Open(NOW.plusSeconds(30), 1)));

            assertThat(own.pause(caller, 7).serving().breaker()).isEqualTo(Breaker.CLOSED);
        }

        @Test
        void isTold() {
            own.pause(caller, 7);

            Event event = one.told.get(0);
            assertThat(event.type()).isEqualTo("platform.events.subscription.paused");
            assertThat(event.resource()).isEqualTo(OperationsResource.URN);
            assertThat(event.subject()).contains("/org/ttd");
            assertThat(event.source())
                    .hasToString("https://platform.example/events/api/v1/subscriptions/7");
            assertThat(event.json()).contains("\"data\":{\"id\":7,\"reason\":\"owner\"}");
        }

        @Test
        void isPausedThoughThatCannotBeToldNow() {
            one.tellNothing();

            own.pause(caller, 7);

            assertThat(standing()).isEqualTo(PAUSED);
        }

        @Test
        void isItsConsumersAlone() {
            one.subscriptions.put(
                    SampleSubscription.of(
                            8,
                            SampleSubscription.filters().build(),
                            "/org/skd",
                            new ValidationState.Validated()));

            assertThatExceptionOfType(NotYours.class).isThrownBy(() -> own.pause(caller, 8));
            assertThatExceptionOfType(NotYours.class).isThrownBy(() -> own.resume(caller, 8, true));
            assertThatExceptionOfType(NotYours.class)
                    .isThrownBy(() -> own.limit(caller, 8, OptionalInt.of(1)));
            assertThatExceptionOfType(UnknownSubscription.class)
                    .isThrownBy(() -> own.pause(caller, 9));
        }
    }

    @Nested
    class WithARate {
        @Test
        void keepsItUntilItIsTakenAway() {
            assertThat(own.limit(caller, 7, OptionalInt.of(60)).serving().ratePerMinute())
                    .hasValue(60);
            assertThat(one.served().ratePerMinute()).hasValue(60);

            own.limit(caller, 7, OptionalInt.empty());

            assertThat(one.served()).isEqualTo(Serving.NEW);
        }

        @Test
        void hasAnEndPoint() {
            one.subscriptions.put(SampleSubscription.pulled(9));

            assertThatExceptionOfType(WrongDeliveryMode.class)
                    .isThrownBy(() -> own.limit(caller, 9, OptionalInt.of(60)))
                    .withMessage("A pull subscription has no endpoint.");
        }
    }

    @Nested
    class ThatIsResumed {
        @Test
        void getsWhatWasHeld() {
            own.pause(caller, 7);
            one.relay(3);

            assertThat(own.resume(caller, 7, false).serving()).isEqualTo(Serving.NEW);
            one.pass(Duration.ofSeconds(1));

            assertThat(one.count(DeliveryStatus.DELIVERED)).isEqualTo(3);
            assertThat(one.deliveries.all())
                    .flatExtracting(Delivery::attempts)
                    .extracting(Attempt::number, Attempt::trigger)
                    .containsOnly(tuple(1, Trigger.RELEASE));
        }

        @Test
        void getsAtMostFiftyASecondOfIt() {
            own.pause(caller, 7);
            one.relay(700);

            own.resume(caller, 7, false);
            one.pass(Duration.ofMinutes(2));

            assertThat(one.calls).hasSize(700);
            for (int i = 0; i + 50 < 700; i++) {
                assertThat(Duration.between(one.calls.get(i), one.calls.get(i + 50)))
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
            }
        }

        @Test
        void getsWhatWasHeldThoughTheQueueGaveItsReleaseUp() {
            own.pause(caller, 7);
            one.relay(3);
            own.resume(caller, 7, false);
            one.loseMessages();

            one.release.rescue(
                    new Retry.OfRelease(
                            ServedSubscription.KEY, Retry.OfRelease.Look.NOW, Optional.empty()));
            one.pass(Duration.ofMinutes(2));

            assertThat(one.count(DeliveryStatus.DELIVERED)).isEqualTo(3);
        }

        @Test
        void getsWhatAnotherProcessHeldAfterwards() {
            own.pause(caller, 7);
            own.resume(caller, 7, false);
            one.pass(Duration.ofSeconds(4));
            DeliveryKey key = one.relay();
            one.deliveries.move(key, one.state(key), new DeliveryState.Held(1, NOW));

            one.pass(Duration.ofSeconds(10));

            assertThat(one.state(key)).isInstanceOf(DeliveryState.Delivered.class);
        }

        @Test
        void isServedThoughTheProcessEndedBeforeItHadScheduledTheRelease() {
            own.pause(caller, 7);
            one.relay();
            // What is scheduled before the change is all that is left.
            new Releases(one.queue).begin(ServedSubscription.KEY);
            one.serve(Serving.NEW);

            one.pass(Duration.ofMinutes(2));

            assertThat(one.count(DeliveryStatus.DELIVERED)).isEqualTo(1);
        }

        @Test
        void isNotReleasedByAProcessThatKnowsOfThePauseAlone() {
            own.pause(caller, 7);
            DeliveryKey key = one.relay();
            one.index.find(ServedSubscription.KEY);
            one.serve(Serving.NEW);
            one.deliveries.move(
                    key, one.state(key), new DeliveryState.Due(1, NOW, Trigger.RELEASE));

            one.deliver.attempt(new DeliveryNotice(key, 1));

            assertThat(one.state(key)).isInstanceOf(DeliveryState.Delivered.class);
        }

        @Test
        void isNotGivenWhatThePolicyDoesNotPermitAnyMore() {
            own.pause(caller, 7);
            DeliveryKey key = one.relay();
            one.decisions.permit(request -> false);

            own.resume(caller, 7, false);
            one.pass(Duration.ofSeconds(1));

            assertThat(one.state(key))
                    .isEqualTo(new DeliveryState.Cancelled(NOW, CancelReason.NOT_PERMITTED));
        }

        @Test
        void waitsForAPolicyThatIsAway() {
            own.pause(caller, 7);
            one.relay();
            one.decisions.awayFor(request -> true);
            own.resume(caller, 7, false);
            one.pass(Duration.ofMinutes(5));
            assertThat(one.count(DeliveryStatus.HELD)).isEqualTo(1);

            one.decisions.awayFor(request -> false);
            one.pass(Duration.ofMinutes(2));

            assertThat(one.count(DeliveryStatus.DELIVERED)).isEqualTo(1);
        }

        @Test
        void isNotGivenAnEventThatIsGone() {
            own.pause(caller, 7);
            DeliveryKey key = one.relay();
            one.forgetEvents();

            own.resume(caller, 7, false);
            one.pass(Duration.ofSeconds(1));

            assertThat(one.state(key))
                    .isEqualTo(
                            new DeliveryState.Cancelled(
                                    NOW.plusSeconds(6), CancelReason.EVENT_GONE));
        }

        @Test
        void doesNotGetWhatIsDiscarded() {
            own.pause(caller, 7);
            one.relay(501);
            one.clock.advance(Duration.ofMinutes(1));

            own.resume(caller, 7, true);
            one.pass(Duration.ofMinutes(2));

            assertThat(one.calls).isEmpty();
            assertThat(one.deliveries.all())
                    .extracting(Delivery::state)
                    .allSatisfy(
                            state ->
                                    assertThat(((DeliveryState.Cancelled) state).reason())
                                            .isEqualTo(CancelReason.DISCARDED));
        }

        @Test
        void getsWhatIsHeldAfterTheOthersWereDiscarded() {
            own.pause(caller, 7);
            one.relay();
            own.resume(caller, 7, true);
            one.clock.advance(Duration.ofMillis(1));
            DeliveryKey later = one.relay();
            one.deliveries.move(
                    later, one.state(later), new DeliveryState.Held(1, one.clock.instant()));

            one.pass(Duration.ofMinutes(2));

            assertThat(one.state(later)).isInstanceOf(DeliveryState.Delivered.class);
            assertThat(one.count(DeliveryStatus.CANCELLED)).isEqualTo(1);
        }

        @Test
        void mayBeActiveAlready() {
            one.relay();

            assertThat(own.resume(caller, 7, false)).isEqualTo(one.subscription());

            assertThat(one.messages()).isZero();
            assertThat(one.told).isEmpty();
        }

        @Test
        void losesWhatItsBreakerHeldIfThatIsDiscarded() {
            one.serve(Serving.NEW.with(new Breaker.Open(NOW.plusSeconds(30), 1)));
            DeliveryKey key = one.relay();

            own.resume(caller, 7, true);
            one.pass(Duration.ofSeconds(1));

            assertThat(one.state(key))
                    .isEqualTo(new DeliveryState.Cancelled(NOW, CancelReason.DISCARDED));
            assertThat(one.served().breaker()).isInstanceOf(Breaker.Open.class);
        }

        @Test
        void isNotPausedAgainByItsNextFailure() {
            Instant longAgo = NOW.minus(Duration.ofDays(9));
            one.serve(
                    Serving.NEW
                            .with(new Standing.Paused(PauseReason.FAILING, NOW))
                            .withFailingSince(Optional.of(longAgo)));
            own.resume(caller, 7, false);
            one.answer(500);
            one.relay();

            one.pass(Duration.ofMinutes(1));

            assertThat(standing()).isEqualTo(Standing.ACTIVE);
        }

        @Test
        void holdsNothingAfterItWasRemoved() {
            own.pause(caller, 7);
            DeliveryKey key = one.relay();
            own.resume(caller, 7, false);
            one.subscriptions.remove(7);

            one.pass(Duration.ofSeconds(1));

            assertThat(one.state(key))
                    .isEqualTo(new DeliveryState.Cancelled(NOW, CancelReason.REMOVED));
        }
    }

    @Nested
    class WhoseEndPointAnswers410 {
        @Test
        void isStoppedAndNotMatched() {
            one.answer(410);
            DeliveryKey key = one.relay();

            assertThat(standing()).isEqualTo(new Standing.Stopped(NOW));
            assertThat(one.subscription().isValidated()).isFalse();
            assertThat(one.index.validatedFor("urn:altinn:resource:r")).isEmpty();
            assertThat(one.state(key))
                    .isEqualTo(new DeliveryState.Cancelled(NOW, CancelReason.STOPPED));
            assertThat(one.delivery(key).attempts())
                    .extracting(Attempt::status)
                    .containsExactly(410);
        }

        @Test
        void losesWhatIsDueAtItsTurn() {
            one.answer(500);
            DeliveryKey due = one.relay();
            one.answer(410);
            one.relay();

            one.pass(Duration.ofSeconds(10));

            assertThat(one.state(due))
                    .isEqualTo(
                            new DeliveryState.Cancelled(NOW.plusSeconds(10), CancelReason.STOPPED));
            assertThat(one.calls).hasSize(2);
        }

        @Test
        void losesWhatIsHeld() {
            one.serve(Serving.NEW.with(PAUSED));
            DeliveryKey held = one.relay();
            one.serve(Serving.NEW);
            one.index.newest(ServedSubscription.KEY);
            one.answer(410);
            one.relay();

            one.pass(Duration.ofSeconds(11));

            assertThat(one.state(held))
                    .isEqualTo(
                            new DeliveryState.Cancelled(NOW.plusSeconds(10), CancelReason.STOPPED));
        }

        @Test
        void isToldOnce() {
            one.answer(500);
            DeliveryKey other = one.relay();
            one.answer(410);
            one.relay();
            one.deliveries.move(
                    other, one.state(other), new DeliveryState.Due(2, NOW, Trigger.PROBE));
            one.serve(Serving.NEW.with(new Standing.Stopped(NOW)));

            one.deliver.attempt(new DeliveryNotice(other, 2));

            assertThat(one.told)
                    .extracting(Event::type)
                    .containsExactly("platform.events.subscription.stopped");
        }

        @Test
        void isValidatedAnewWhenItIsResumed() {
            one.answer(410);
            one.relay();
            when(validation.start(any())).thenAnswer(call -> call.getArgument(0));

            Subscription resumed = own.resume(caller, 7, false);

            assertThat(resumed.serving()).isEqualTo(Serving.NEW);
            verify(validation).start(resumed);
        }

        @Test
        void staysStoppedWhenItIsPaused() {
            one.answer(410);
            one.relay();

            assertThat(own.pause(caller, 7).serving().standing())
                    .isEqualTo(new Standing.Stopped(NOW));
        }
    }

    @Nested
    class WhoseEndPointFailsForDays {
        @Test
        void knowsSinceWhen() {
            one.answer(500);
            one.relay();
            one.pass(Duration.ofMinutes(1));

            assertThat(one.served().failingSince()).contains(NOW);
        }

        @Test
        void forgetsItAtASuccess() {
            one.answer(500);
            one.relay();
            one.answer(200);
            one.pass(Duration.ofSeconds(10));

            assertThat(one.served().failingSince()).isEmpty();
        }

        @Test
        void isPausedByAnAttemptThatIsNoFirstOne() {
            one.answer(500);
            one.serve(Serving.NEW.withFailingSince(Optional.of(NOW.minus(Duration.ofDays(5)))));
            one.relay();
            assertThat(standing()).isEqualTo(Standing.ACTIVE);

            one.pass(Duration.ofSeconds(10));

            Instant since = NOW.plusSeconds(10);
            assertThat(standing()).isEqualTo(new Standing.Paused(PauseReason.FAILING, since));
            assertThat(one.told)
                    .singleElement()
                    .satisfies(
                            event ->
                                    assertThat(event.json())
                                            .contains("subscription.paused", "\"failing\""));
        }

        @Test
        void isNotPausedBefore() {
            one.answer(500);
            Instant since = NOW.minus(Duration.ofDays(5)).plusSeconds(11);
            one.serve(Serving.NEW.withFailingSince(Optional.of(since)));
            one.relay();

            one.pass(Duration.ofSeconds(10));

            assertThat(standing()).isEqualTo(Standing.ACTIVE);
            assertThat(one.served().failingSince()).contains(since);
        }
    }

    @Nested
    class WithADeadLetter {
        private void die() {
            DeliveryKey key = one.relay();
            one.deliveries.move(
                    key, one.state(key), new DeliveryState.Due(12, one.clock.instant()));
            one.deliver.attempt(new DeliveryNotice(key, 12));
        }

        @Test
        void isToldOfItOnceAnHour() {
            one.answer(500);
            die();
            die();
            one.loseMessages();
            one.pass(Duration.ofHours(1));
            die();

            assertThat(one.told)
                    .extracting(Event::type)
                    .containsExactly(
                            "platform.events.subscription.dead",
                            "platform.events.subscription.dead");
            assertThat(one.told).extracting(Event::id).doesNotHaveDuplicates();
        }

        @Test
        void isToldNothingAboutASubscriptionToSuchEvents() {
            one.subscriptions.put(
                    SampleSubscription.of(7, Filters.onResource(OperationsResource.URN).build()));
            one.answer(500);
            die();
            one.answer(410);
            one.relay();

            assertThat(standing()).isInstanceOf(Standing.Stopped.class);
            assertThat(one.told).isEmpty();
        }
    }
}
