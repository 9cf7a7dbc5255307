package no.altinn.events.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.event.Event;
import no.altinn.events.event.SampleEvent;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

import java.time.Duration;
import java.time.Instant;

class DueNowTest {
    private static final Event EVENT = SampleEvent.of();

    private final DeliveryStore deliveries = mock(DeliveryStore.class);
    private final RetryQueue queue = mock(RetryQueue.class);
    private final MutableClock clock = MutableClock.at("2026-01-01T12:00:00Z");
    private final DueNow dueNow = new DueNow(deliveries, queue, clock);

    private Delivery delivery(DeliveryState state) {
        return Delivery.due(EVENT.key(), EVENT.id(), 7, "", clock.instant()).in(state);
    }

    @Test
    void theAttemptThatADeliveryWaitsForIsDueNowAndScheduled() {
        Instant now = clock.instant();
        Due later = new Due(3, now.plusSeconds(600));
        Delivery delivery = delivery(later);
        when(deliveries.move(delivery.key(), later, new Due(3, now))).thenReturn(true);

        assertThat(dueNow.bring(delivery)).isTrue();

        InOrder order = inOrder(deliveries, queue);
        order.verify(deliveries).move(delivery.key(), later, new Due(3, now));
        order.verify(queue)
                .schedule(
                        new Retry.OfDelivery(new DeliveryNotice(delivery.key(), 3)), Duration.ZERO);
    }

    @Test
    void anAttemptThatTheConsumerAskedForIsARetry() {
        Due later = new Due(3, clock.instant().plusSeconds(600));
        Delivery delivery = delivery(later);
        when(deliveries.move(any(), any(), any())).thenReturn(true);

        assertThat(dueNow.retry(delivery)).isTrue();

        verify(deliveries).move(delivery.key(), later, new Due(3, clock.instant(), Trigger.RETRY));
        verify(queue)
                .schedule(
                        new Retry.OfDelivery(new DeliveryNotice(delivery.key(), 3)), Duration.ZERO);
    }

    @Test
    void aDeliveryThatHasMovedOnMeanwhileIsLeftAlone() {
        when(deliveries.move(any(), any(), any())).thenReturn(false);

        assertThat(dueNow.bring(delivery(new Due(1, clock.instant())))).isFalse();

        verifyNoInteractions(queue);
    }

    @Test
    void aDeliveryThatHasEndedStaysAsItIs() {
        assertThat(dueNow.bring(delivery(new Delivered(clock.instant())))).isFalse();

        verifyNoInteractions(deliveries, queue);
    }
}
