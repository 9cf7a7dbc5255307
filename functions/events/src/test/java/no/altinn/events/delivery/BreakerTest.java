package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import no.altinn.events.subscription.Breaker;
import no.altinn.events.subscription.PauseReason;
import no.altinn.events.subscription.Serving;
import no.altinn.events.subscription.Standing;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.concurrent.InLanes;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When an endpoint is left alone, and when it is called again. */
class BreakerTest {
    private static final Instant NOW = ServedSubscription.NOW;

    private final ServedSubscription one = new ServedSubscription();

    private void open() {
        one.answer(500);
        one.relay(10);
    }

    private Breaker breaker() {
        return one.served().breaker();
    }

    private Breaker.Open opened() {
        assertThat(breaker()).isInstanceOf(Breaker.Open.class);
        return (Breaker.Open) breaker();
    }

    private static void assertAbout(Instant actual, Instant expected, Duration wait) {
        assertThat(Duration.between(expected, actual).abs())
                .isLessThanOrEqualTo(Duration.ofMillis(wait.toMillis() / 10));
    }

    @Test
    void tenFailuresOfTenInAMinuteOpenIt() {
        one.answer(500);
        one.relay(9);
        assertThat(breaker()).isEqualTo(Breaker.CLOSED);

        one.relay();

        assertThat(opened().opens()).isEqualTo(1);
        assertAbout(opened().until(), NOW.plusSeconds(30), Duration.ofSeconds(30));
    }

    @Test
    void halfOfTheAttemptsOfAMinuteAreEnough() {
        one.relay(6);
        one.answer(500);
        one.relay(5);
        assertThat(breaker()).isEqualTo(Breaker.CLOSED);

        one.relay();

        assertThat(breaker()).isInstanceOf(Breaker.Open.class);
    }

    @Test
    void whatIsOverAMinuteAgoDoesNotCountAsHalf() {
        one.answer(500);
        one.relay(4);
        one.loseMessages();
        one.pass(Duration.ofMinutes(2));
        one.answer(200);
        one.relay(7);
        one.answer(500);

        one.relay(5);

        assertThat(breaker()).isEqualTo(Breaker.CLOSED);
    }

    @Test
    void tenFailuresInARowWithinTenMinutesOpenIt() {
        one.answer(500);
        for (int i = 0; i < 9; i++) {
            one.relay();
            one.loseMessages();
            one.pass(Duration.ofSeconds(66));
        }
        assertThat(breaker()).isEqualTo(Breaker.CLOSED);

        one.relay();

        assertThat(breaker()).isInstanceOf(Breaker.Open.class);
    }

    @Test
    void tenFailuresInARowThatTakeLongerDoNot() {
        one.answer(500);
        for (int i = 0; i < 20; i++) {
            one.relay();
            one.loseMessages();
            one.pass(Duration.ofSeconds(70));
        }

        assertThat(breaker()).isEqualTo(Breaker.CLOSED);
    }

    @Test
    void aSuccessEndsTheRow() {
        for (int i = 0; i < 4; i++) {
            one.answer(500);
            for (int k = 0; k < 8; k++) {
                one.relay();
                one.loseMessages();
                one.pass(Duration.ofSeconds(20));
            }
            one.answer(200);
            one.relay();
            one.pass(Duration.ofSeconds(90));
        }

        assertThat(breaker()).isEqualTo(Breaker.CLOSED);
    }

    @Test
    void whileItIsOpenWhatArrivesIsHeldAndWhatIsDueBecomesSoAtItsTurn() {
        open();
        DeliveryKey late = one.relay();

        one.pass(Duration.ofSeconds(15));

        assertThat(one.calls).hasSize(10);
        assertThat(one.state(late)).isEqualTo(new DeliveryState.Held(1, NOW));
        assertThat(one.count(DeliveryStatus.HELD)).isEqualTo(11);
        assertThat(one.count(DeliveryStatus.DUE)).isZero();
    }

    @Test
    void anotherProcessHoldsItToo() {
        one.index.find(ServedSubscription.KEY);
        Instant until = NOW.plusSeconds(30);
        one.serve(Serving.NEW.with(new Breaker.Open(until, 1)));
        one.pass(Duration.ofSeconds(5));

        DeliveryKey due = dueAsAnotherProcessLeftIt();
        one.deliver.attempt(new DeliveryNotice(due, 1));

        assertThat(one.calls).isEmpty();
        assertThat(one.state(due)).isInstanceOf(DeliveryState.Held.class);
    }

    private DeliveryKey dueAsAnotherProcessLeftIt() {
        DeliveryKey key = one.relay();
        one.deliveries.move(key, one.state(key), new DeliveryState.Due(1, one.clock.instant()));
        return key;
    }

    @Test
    void itIsTriedWithTheDeliveryThatIsHeldLongest() {
        open();
        one.pass(Duration.ofSeconds(15));
        DeliveryKey first =
                one.deliveries
                        .search(DeliverySearch.oldest(7, DeliveryStatus.HELD), 1)
                        .get(0)
                        .key();

        one.pass(Duration.ofSeconds(19));

        assertThat(one.calls).hasSize(11);
        assertThat(one.delivery(first).attempts())
                .extracting(Attempt::trigger)
                .containsExactly(Trigger.SCHEDULE, Trigger.PROBE);
    }

    @Test
    void eachTrialThatFailsLeavesItAloneForLonger() {
        open();
        List<Duration> waits =
                List.of(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(10));
        for (int i = 0; i < waits.size(); i++) {
            one.pass(Duration.between(one.clock.instant(), opened().until()));
            assertThat(one.calls).hasSize(11 + i);
            assertThat(opened().opens()).isEqualTo(2 + i);
            assertAbout(opened().until(), one.clock.instant().plus(waits.get(i)), waits.get(i));
        }
    }

    @Test
    void aTrialThatSucceedsClosesItAndReleasesWhatIsHeld() {
        open();
        one.answer(200);

        one.pass(Duration.ofMinutes(2));

        assertThat(one.served()).isEqualTo(Serving.NEW);
        assertThat(one.count(DeliveryStatus.DELIVERED)).isEqualTo(10);
        assertThat(one.deliveries.all())
                .flatExtracting(Delivery::attempts)
                .filteredOn(attempt -> attempt.number() == 2)
                .extracting(Attempt::trigger)
                .contains(Trigger.PROBE, Trigger.RELEASE)
                .doesNotContain(Trigger.SCHEDULE);
    }

    @Test
    void afterItWasClosedItOpensForTheShortestTimeAgain() {
        open();
        one.pass(Duration.ofSeconds(34));
        one.answer(200);
        one.pass(Duration.ofMinutes(3));

        open();

        assertThat(opened().opens()).isEqualTo(1);
    }

    @Test
    void ifNothingIsHeldItIsClosedWithoutATrial() {
        one.serve(Serving.NEW.with(new Breaker.Open(NOW, 3)));

        one.probe.probe(ServedSubscription.KEY);

        assertThat(breaker()).isEqualTo(Breaker.CLOSED);
        assertThat(one.calls).isEmpty();
    }

    @Test
    void itIsNotTriedBeforeItsTime() {
        one.serve(Serving.NEW.with(new Breaker.Open(NOW.plusSeconds(6), 1)));
        one.relay();

        one.probe.probe(ServedSubscription.KEY);

        assertThat(one.calls).isEmpty();
    }

    @Test
    void ofTwoProcessesThatTryItOneDoes() {
        one.serve(Serving.NEW.with(new Breaker.HalfOpen(NOW.plusSeconds(60), 1)));
        one.relay();

        one.probe.probe(ServedSubscription.KEY);
        assertThat(one.calls).isEmpty();

        // The other one is gone.
        one.pass(Duration.ofSeconds(60));
        one.probe.probe(ServedSubscription.KEY);
        assertThat(one.calls).hasSize(1);
    }

    @Test
    void whatThePolicyDoesNotPermitAnyMoreIsNoTrial() {
        open();
        one.decisions.permit(request -> false);

        one.pass(Duration.ofMinutes(2));

        assertThat(one.calls).hasSize(10);
        assertThat(one.deliveries.all())
                .extracting(Delivery::state)
                .allSatisfy(
                        state ->
                                assertThat(state)
                                        .asInstanceOf(
                                                InstanceOfAssertFactories.type(
                                                        DeliveryState.Cancelled.class))
                                        .extracting(DeliveryState.Cancelled::reason)
                                        .isEqualTo(CancelReason.NOT_PERMITTED));
        assertThat(breaker()).isEqualTo(Breaker.CLOSED);
    }

    @Test
    void whileThePolicyIsAwayItIsTriedAgainAndHasNotFailed() {
        open();
        one.decisions.awayFor(request -> true);
        one.pass(Duration.ofMinutes(2));
        assertThat(opened().opens()).isEqualTo(1);
        assertThat(one.calls).hasSize(10);

        one.answer(200);
        one.decisions.awayFor(request -> false);
        one.pass(Duration.ofMinutes(3));

        assertThat(one.count(DeliveryStatus.DELIVERED)).isEqualTo(10);
    }

    @Test
    void anEndpointThatIsNotCalledAnyMoreIsNotTried() {
        open();
        one.serve(one.served().with(new Standing.Paused(PauseReason.OWNER, one.clock.instant())));

        one.pass(Duration.ofMinutes(2));

        assertThat(one.calls).hasSize(10);
        assertThat(breaker()).isEqualTo(Breaker.CLOSED);
        assertThat(one.count(DeliveryStatus.HELD)).isEqualTo(10);
    }

    @Test
    void aTrialWhoseMessageIsLostIsFoundByTheSweep() {
        open();
        one.pass(Duration.ofSeconds(15));
        one.loseMessages();
        one.pass(Duration.ofMinutes(3));

        new SweepProbes(one.subscriptions, one.queue, new InLanes(Runnable::run, 1, 1))
                .sweep(one.clock.instant().minusSeconds(120));
        one.pass(Duration.ZERO);

        assertThat(one.calls).hasSize(11);
    }

    @Test
    void failuresOfOurOwnDoNotCount() {
        one.failBeforeTheCall();
        for (int i = 0; i < 20; i++) {
            assertThatExceptionOfType(Unavailable.class).isThrownBy(one::relay);
        }

        assertThat(one.served()).isEqualTo(Serving.NEW);
    }

    @Test
    void aHealthyEndpointCostsNoWrite() {
        Serving before = one.served();

        one.relay(100);

        assertThat(one.served()).isSameAs(before);
        assertThat(one.messages()).isZero();
    }
}
