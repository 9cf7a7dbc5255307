package no.altinn.events.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Locked;
import no.altinn.events.delivery.DeliveryState.Ready;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.delivery.FakeDeliveryStore;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.platform.client.Unavailable;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Words on one lock that meet in the store. */
class SettleAtOnceTest {
    private static final Instant NOW = SampleSubscription.CREATED;
    private static final Duration LONGER = Duration.ofMinutes(10);

    private final MutableClock clock = MutableClock.at(NOW);
    private final FakeDeliveryStore stored = new FakeDeliveryStore();
    private final DeliveryStore meeting = mock(DeliveryStore.class, delegatesTo(stored));

    /** Receivers whose calls of the store meet those of the others there. */
    private final Receivers slow = new Receivers(meeting, clock, clock::advance);

    private final Receivers others = new Receivers(stored, clock, clock::advance);
    private final Subscription subscription = slow.pulled(7);
    private Delivery delivery;
    private List<String> token;

    @BeforeEach
    void aLockIsRenewed() {
        others.pulled(7);
        delivery = others.ready(7, "1", NOW);
        token = List.of(others.receive(subscription, 1).get(0).lockToken());
        assertCounts(others.settle.renew(subscription, token, LONGER));
    }

    private void assertCounts(SettledLocks settled) {
        assertThat(settled).isEqualTo(new SettledLocks(token, List.of()));
    }

    private void assertLost(SettledLocks settled) {
        assertThat(settled.failed())
                .extracting(SettledLocks.Failed::reason)
                .containsExactly(SettledLocks.Reason.TOKEN_LOST);
    }

    /** After each of so many looks at the delivery another holder of the token renews the lock. */
    private void othersRenewAfterLooks(int times) {
        AtomicInteger looks = new AtomicInteger();
        doAnswer(
                        call -> {
                            Optional<Delivery> found = stored.find(call.getArgument(0));
                            if (looks.incrementAndGet() <= times) {
                                Duration longer = LONGER.plusSeconds(looks.get());
                                assertCounts(others.settle.renew(subscription, token, longer));
                            }
                            return found;
                        })
                .when(meeting)
                .find(any());
    }

    @Test
    void aWordCountsThoughOthersRenewTheLockJustThen() {
        othersRenewAfterLooks(1);
        assertCounts(slow.settle.renew(subscription, token, LONGER));
        othersRenewAfterLooks(4);

        assertCounts(slow.settle.acknowledge(subscription, token));

        assertThat(others.now(delivery).state()).isEqualTo(new Delivered(NOW));
        assertThat(others.now(delivery).attempts()).hasSize(1);
    }

    @Test
    void aReleaseAndARejectionCountToo() {
        othersRenewAfterLooks(1);
        assertCounts(slow.settle.release(subscription, token, Duration.ZERO));
        assertThat(others.now(delivery).state()).isEqualTo(new Ready(2, NOW));

        token = List.of(others.receive(subscription, 1).get(0).lockToken());
        assertCounts(others.settle.renew(subscription, token, LONGER));
        othersRenewAfterLooks(1);
        assertCounts(slow.settle.reject(subscription, token));
        assertThat(others.now(delivery).state()).isEqualTo(new Dead(NOW));
    }

    @Test
    void aLockThatOthersRenewAllTheTimeIsNotToldLost() {
        othersRenewAfterLooks(5);

        assertThatThrownBy(() -> slow.settle.acknowledge(subscription, token))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("renewed at each of 5 looks");

        assertThat(others.now(delivery).state()).isInstanceOf(Locked.class);
        assertCounts(slow.settle.acknowledge(subscription, token));
    }

    /** While a renewal is on its way to the store, the lock runs out and others come. */
    private void whileRenewing(Runnable meanwhile) {
        doAnswer(
                        call -> {
                            clock.advance(LONGER);
                            meanwhile.run();
                            return stored.move(
                                    call.getArgument(0), call.getArgument(1), call.getArgument(2));
                        })
                .when(meeting)
                .move(any(), any(), any());
    }

    @Test
    void aRenewalThatCameInTimeCountsThoughAWordAfterTheEndIsLost() {
        clock.advance(Duration.ofSeconds(70));
        whileRenewing(() -> assertLost(others.settle.acknowledge(subscription, token)));

        assertCounts(slow.settle.renew(subscription, token, LONGER.plusSeconds(5)));

        assertThat(others.now(delivery).state().at())
                .isEqualTo(NOW.plusSeconds(70 + 5).plus(LONGER));
        assertCounts(others.settle.acknowledge(subscription, token));
    }

    @Test
    void aRenewalThatCameInTimeIsLostIfAnotherReceiverHasTheEvent() {
        clock.advance(Duration.ofSeconds(70));
        whileRenewing(() -> assertThat(others.receive(subscription, 1)).hasSize(1));

        assertLost(slow.settle.renew(subscription, token, LONGER.plusSeconds(5)));
    }
}
