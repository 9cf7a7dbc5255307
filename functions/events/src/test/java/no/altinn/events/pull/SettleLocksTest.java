package no.altinn.events.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Locked;
import no.altinn.events.delivery.DeliveryState.Ready;
import no.altinn.events.delivery.FakeDeliveryStore;
import no.altinn.events.event.SampleEvent;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.WrongDeliveryMode;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

class SettleLocksTest {
    private static final Instant NOW = SampleSubscription.CREATED;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final MutableClock clock = MutableClock.at(NOW);
    private final FakeDeliveryStore deliveries = spy(new FakeDeliveryStore());
    private final Receivers receivers = new Receivers(deliveries, clock, clock::advance);
    private final SettleLocks settle = receivers.settle;
    private final Subscription subscription = receivers.pulled(7);
    private Delivery delivery;
    private String token;

    @BeforeEach
    void anEventIsReceived() {
        delivery = receivers.ready(7, "1", NOW);
        token = receivers.receive(subscription, 1).get(0).lockToken();
    }

    private Delivery now() {
        return receivers.now(delivery);
    }

    private void assertLost(SettledLocks settled) {
        assertThat(settled)
                .isEqualTo(
                        new SettledLocks(
                                List.of(),
                                List.of(
                                        new SettledLocks.Failed(
                                                token, SettledLocks.Reason.TOKEN_LOST))));
    }

    private void assertDone(SettledLocks settled) {
        assertThat(settled).isEqualTo(new SettledLocks(List.of(token), List.of()));
    }

    @Test
    void anAcknowledgedEventIsDeliveredWithoutALookAtIt() {
        clock.advance(SECOND);

        assertDone(settle.acknowledge(subscription, List.of(token)));

        verify(deliveries, never()).find(any());
        assertThat(now().state()).isEqualTo(new Delivered(NOW.plus(SECOND)));
        assertThat(now().attempts()).containsExactly(new Attempt(1, NOW, SECOND, 0, ""));
        assertThat(now().attempts().get(0).succeeded()).isTrue();
    }

    @Test
    void aSecondWordAboutALockIsLost() {
        settle.acknowledge(subscription, List.of(token));

        assertLost(settle.acknowledge(subscription, List.of(token)));
        assertLost(settle.release(subscription, List.of(token), Duration.ZERO));
        assertLost(settle.reject(subscription, List.of(token)));
        assertLost(settle.renew(subscription, List.of(token), SECOND));
        assertThat(now().attempts()).hasSize(1);
    }

    @Test
    void aReleasedEventIsReadyAgainAfterTheDelay() {
        assertDone(settle.release(subscription, List.of(token), Duration.ofSeconds(10)));

        assertThat(now().state()).isEqualTo(new Ready(2, NOW.plusSeconds(10)));
        assertThat(now().attempts())
                .containsExactly(new Attempt(1, NOW, Duration.ZERO, 0, "released by the receiver"));
    }

    @Test
    void aRejectedEventIsDead() {
        assertDone(settle.reject(subscription, List.of(token)));

        assertThat(now().state()).isEqualTo(new Dead(NOW));
        assertThat(now().attempts())
                .containsExactly(new Attempt(1, NOW, Duration.ZERO, 0, "rejected by the receiver"));
    }

    @Test
    void aRenewedLockLastsFromNowOnUnderTheSameToken() {
        clock.advance(Duration.ofSeconds(50));
        assertDone(settle.renew(subscription, List.of(token), Duration.ofMinutes(10)));
        assertThat(now().state())
                .isInstanceOfSatisfying(
                        Locked.class,
                        lock -> assertThat(lock.at()).isEqualTo(NOW.plusSeconds(650)));

        clock.advance(Duration.ofSeconds(599));
        assertThat(receivers.receive(subscription, 1)).isEmpty();
        assertDone(settle.renew(subscription, List.of(token), Duration.ofSeconds(15)));
        assertDone(settle.acknowledge(subscription, List.of(token)));
        assertThat(now().attempts())
                .containsExactly(new Attempt(1, NOW, Duration.ofSeconds(649), 0, ""));
    }

    @Test
    void aLockIsLostWhenItsTimeIsOverThoughNobodyElseHasTheEvent() {
        clock.advance(Receivers.LOCK);

        assertLost(settle.acknowledge(subscription, List.of(token)));
        assertLost(settle.renew(subscription, List.of(token), SECOND));
        assertThat(now().attempts()).isEmpty();
    }

    @Test
    void whoLostALockCannotEndTheLockOfTheNext() {
        clock.advance(Receivers.LOCK);
        String next = receivers.receive(subscription, 1).get(0).lockToken();

        assertLost(settle.acknowledge(subscription, List.of(token)));
        assertThat(now().state()).isInstanceOf(Locked.class);
        token = next;
        assertDone(settle.acknowledge(subscription, List.of(token)));
    }

    @Test
    void aTokenThatIsNoneIsTold() {
        String ofOther = receivers.receive(other(), 1).get(0).lockToken();

        SettledLocks settled =
                settle.acknowledge(subscription, List.of("nonsense", token, "", ofOther));

        assertThat(settled.succeeded()).containsExactly(token);
        assertThat(settled.failed())
                .containsExactly(
                        new SettledLocks.Failed("nonsense", SettledLocks.Reason.BAD_TOKEN),
                        new SettledLocks.Failed("", SettledLocks.Reason.BAD_TOKEN),
                        new SettledLocks.Failed(ofOther, SettledLocks.Reason.BAD_TOKEN));
    }

    private Subscription other() {
        receivers.ready(8, "2", NOW);
        return receivers.pulled(8);
    }

    @Test
    void aTokenThatWasMadeUpEndsNoLock() {
        LockToken real = LockToken.of(token, 7).orElseThrow();
        String guessed =
                LockToken.begun(
                                real.delivery(),
                                real.attempt(),
                                real.since(),
                                Receivers.LOCK,
                                new SecureRandom())
                        .text();
        String ofNothing =
                LockToken.begun(
                                DeliveryKey.of(SampleEvent.of("id", "none").key(), 7),
                                1,
                                NOW,
                                Receivers.LOCK,
                                new SecureRandom())
                        .text();

        assertThat(settle.acknowledge(subscription, List.of(guessed, ofNothing)).failed())
                .extracting(SettledLocks.Failed::reason)
                .containsOnly(SettledLocks.Reason.TOKEN_LOST);
        assertThat(now().state()).isEqualTo(real.state());
    }

    @Test
    void aTokenThatIsThereTwiceCountsOnce() {
        assertDone(settle.acknowledge(subscription, List.of(token, token)));
        assertLost(settle.acknowledge(subscription, List.of(token, token)));
    }

    @Test
    void anEventThatWasGivenBackAHundredTimesIsGivenUp() {
        for (int i = 1; i < SettleLocks.MOST_HAND_OUTS; i++) {
            settle.release(subscription, List.of(token), Duration.ZERO);
            token = receivers.receive(subscription, 1).get(0).lockToken();
        }
        assertThat(now().state()).isInstanceOf(Locked.class);

        assertDone(settle.release(subscription, List.of(token), Duration.ZERO));

        assertThat(now().state()).isEqualTo(new Dead(NOW));
        assertThat(now().attempts()).hasSize(SettleLocks.MOST_HAND_OUTS);
        deliveries.change(now(), now().begun(new Ready(101, NOW)));
        token = receivers.receive(subscription, 1).get(0).lockToken();
        assertDone(settle.release(subscription, List.of(token), Duration.ZERO));
        assertThat(now().state()).isEqualTo(new Ready(102, NOW));
    }

    @Test
    void aSubscriptionToPushesHasNoLocks() {
        Subscription pushed = SampleSubscription.of(7, SampleSubscription.filters().build());
        List<String> tokens = List.of(token);

        assertThatThrownBy(() -> settle.acknowledge(pushed, tokens))
                .isInstanceOf(WrongDeliveryMode.class);
        assertThatThrownBy(() -> settle.release(pushed, tokens, SECOND))
                .isInstanceOf(WrongDeliveryMode.class);
        assertThatThrownBy(() -> settle.reject(pushed, tokens))
                .isInstanceOf(WrongDeliveryMode.class);
        assertThatThrownBy(() -> settle.renew(pushed, tokens, SECOND))
                .isInstanceOf(WrongDeliveryMode.class);
    }
}
