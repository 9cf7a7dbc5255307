package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import no.altinn.events.event.SampleEvent;
import no.altinn.events.subscription.SampleSubscription;
import no.altinn.platform.concurrent.InLanes;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

class SweepDeliveriesTest {
    private static final Instant NOW = SampleSubscription.CREATED;
    private static final Duration OVERDUE = Duration.ofMinutes(2);

    private final MutableClock clock = MutableClock.at(NOW);
    private final RetryQueue queue = mock(RetryQueue.class);
    private final FakeDeliveryStore store = new FakeDeliveryStore();
    private final InLanes lanes = new InLanes(Runnable::run, 32, 8);
    private final SweepDeliveries sweep = new SweepDeliveries(store, queue, lanes, clock);

    @Test
    void whatWasForgottenIsScheduledNowAndOnce() {
        Delivery forgotten = due(1);
        store.create(List.of(forgotten));
        clock.advance(OVERDUE.plusSeconds(1));

        sweep.sweep(before());
        sweep.sweep(before());

        verify(queue)
                .schedule(
                        new Retry.OfDelivery(new DeliveryNotice(forgotten.key(), 1)),
                        Duration.ZERO);
        verifyNoMoreInteractions(queue);
        assertThat(store.all().get(0).state()).isEqualTo(new DeliveryState.Due(1, clock.instant()));
    }

    @Test
    void whatIsNotOverdueIsLeftAlone() {
        store.create(List.of(due(1)));
        clock.advance(OVERDUE);

        sweep.sweep(before());

        verifyNoInteractions(queue);
    }

    @Test
    void whatHasMovedOnMeanwhileIsLeftAlone() {
        DeliveryStore moving = mock(DeliveryStore.class);
        when(moving.dueBefore(any(), anyInt())).thenReturn(List.of(due(1)));
        when(moving.move(any(), any(), any())).thenReturn(false);

        new SweepDeliveries(moving, queue, lanes, clock).sweep(before());

        verifyNoInteractions(queue);
    }

    @Test
    void manyAreSweptInRounds() {
        store.create(IntStream.rangeClosed(1, 1_200).mapToObj(SweepDeliveriesTest::due).toList());
        clock.advance(OVERDUE.plusSeconds(1));

        sweep.sweep(before());

        verify(queue, times(1_200)).schedule(any(), any());
    }

    @Test
    void aSweepEndsWhateverTheStoreSays() {
        DeliveryStore stuck = mock(DeliveryStore.class);
        List<Delivery> same = IntStream.range(0, 500).mapToObj(SweepDeliveriesTest::due).toList();
        when(stuck.dueBefore(any(), anyInt())).thenReturn(same);

        new SweepDeliveries(stuck, queue, lanes, clock).sweep(before());

        verify(stuck, times(20)).dueBefore(NOW.minus(OVERDUE), 500);
    }

    @Test
    void aSweepThatTakesLongLeavesTheRestToTheNextOne() {
        store.create(IntStream.rangeClosed(1, 500).mapToObj(SweepDeliveriesTest::due).toList());
        clock.advance(OVERDUE.plusSeconds(1));
        doAnswer(
                        call -> {
                            clock.advance(Duration.ofSeconds(1));
                            return null;
                        })
                .when(queue)
                .schedule(any(), any());
        Instant before = before();

        sweep.sweep(before);
        verify(queue, times(60)).schedule(any(), any());
        IntStream.range(0, 8).forEach(i -> sweep.sweep(before));

        verify(queue, times(500)).schedule(any(), any());
    }

    @Test
    void aDeliveryThatCannotBeScheduledHoldsUpNoOther() {
        store.create(IntStream.rangeClosed(1, 5).mapToObj(SweepDeliveriesTest::due).toList());
        clock.advance(OVERDUE.plusSeconds(1));
        doThrow(new IllegalStateException("refused"))
                .when(queue)
                .schedule(eq(new Retry.OfDelivery(new DeliveryNotice(due(2).key(), 1))), any());

        assertThatIllegalStateException().isThrownBy(() -> sweep.sweep(before()));

        verify(queue, times(5)).schedule(any(), any());
    }

    @Test
    void aQueueThatIsAwayIsNotAskedForThousandsOfDeliveries() {
        store.create(IntStream.rangeClosed(1, 1_200).mapToObj(SweepDeliveriesTest::due).toList());
        clock.advance(OVERDUE.plusSeconds(1));
        doThrow(new IllegalStateException("away")).when(queue).schedule(any(), any());

        assertThatIllegalStateException().isThrownBy(() -> sweep.sweep(before()));

        verify(queue, times(32)).schedule(any(), any());
    }

    /** Each subscription's deliveries lie together in the database. */
    @Test
    void aSubscriptionWhoseDeliveriesCannotBeMovedHoldsUpNoOther() {
        List<Delivery> many =
                IntStream.range(0, 400)
                        .mapToObj(
                                i ->
                                        Delivery.due(
                                                SampleEvent.of("id", "e" + i).key(),
                                                "e",
                                                i % 2,
                                                "",
                                                NOW))
                        .toList();
        DeliveryStore half = mock(DeliveryStore.class);
        when(half.dueBefore(any(), anyInt())).thenReturn(many);
        when(half.move(any(), any(), any())).thenAnswer(call -> isMoved(call.getArgument(0)));

        assertThatIllegalStateException()
                .isThrownBy(() -> new SweepDeliveries(half, queue, lanes, clock).sweep(before()));

        verify(queue, times(200)).schedule(any(), any());
    }

    private static boolean isMoved(DeliveryKey key) {
        if (key.subscriptionId() == 0) {
            throw new IllegalStateException("too many requests");
        }
        return true;
    }

    private Instant before() {
        return clock.instant().minus(OVERDUE);
    }

    private static Delivery due(int subscription) {
        return Delivery.due(SampleEvent.of().key(), "1", subscription, "", NOW);
    }
}
