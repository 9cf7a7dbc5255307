package no.altinn.events.subscription;

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

import no.altinn.events.subscription.ValidationState.Failed;
import no.altinn.events.subscription.ValidationState.Pending;
import no.altinn.platform.concurrent.InLanes;
import no.altinn.testing.time.MutableClock;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class SweepValidationsTest {
    private static final Instant NOW = SampleSubscription.CREATED;
    private static final Duration OVERDUE = Duration.ofMinutes(2);

    private final FakeSubscriptionStore store = new FakeSubscriptionStore();
    private final MutableClock clock = MutableClock.at(NOW);
    private final ValidationQueue queue = mock(ValidationQueue.class);
    private final SweepValidations sweep =
            new SweepValidations(store, queue, new InLanes(Runnable::run, 32, 8), clock);

    @Test
    void aForgottenTryIsScheduledNowAndOnce() {
        pending(4);
        clock.advance(Duration.ofMinutes(5));

        sweep.sweep(clock.instant().minus(OVERDUE));
        sweep.sweep(clock.instant().minus(OVERDUE));

        assertThat(state()).isEqualTo(new Pending(4, clock.instant()));
        verify(queue).schedule(7, 4, Duration.ZERO);
        verifyNoMoreInteractions(queue);
    }

    @Test
    void aTryThatIsNotOverdueIsLeftAlone() {
        pending(1);
        clock.advance(OVERDUE);

        sweep.sweep(clock.instant().minus(OVERDUE));

        assertThat(state()).isEqualTo(new Pending(1, NOW));
        verifyNoInteractions(queue);
    }

    @Test
    void aSubscriptionWithATextThatIsTooLongIsNotTriedAgain() {
        pending(1, SampleSubscription.filters().subject("s".repeat(1_025)));
        clock.advance(Duration.ofMinutes(5));

        sweep.sweep(clock.instant().minus(OVERDUE));

        assertThat(state()).isEqualTo(new Failed());
        verifyNoInteractions(queue);
    }

    @Test
    void aTryThatCannotBeScheduledHoldsUpNoOther() {
        for (int id = 1; id <= 5; id++) {
            store.put(
                    SampleSubscription.of(
                            id,
                            SampleSubscription.filters().build(),
                            "/org/ttd",
                            new Pending(1, NOW)));
        }
        clock.advance(Duration.ofMinutes(5));
        doThrow(new IllegalStateException("refused")).when(queue).schedule(eq(2), anyInt(), any());

        assertThatIllegalStateException()
                .isThrownBy(() -> sweep.sweep(clock.instant().minus(OVERDUE)));

        verify(queue, times(5)).schedule(anyInt(), anyInt(), any());
    }

    @Test
    void aSweepThatTakesLongLeavesTheRestToTheNextOne() {
        for (int id = 1; id <= 100; id++) {
            store.put(
                    SampleSubscription.of(
                            id,
                            SampleSubscription.filters().build(),
                            "/org/ttd",
                            new Pending(1, NOW)));
        }
        clock.advance(Duration.ofMinutes(5));
        doAnswer(
                        call -> {
                            clock.advance(Duration.ofSeconds(1));
                            return null;
                        })
                .when(queue)
                .schedule(anyInt(), anyInt(), any());

        sweep.sweep(clock.instant().minus(OVERDUE));

        verify(queue, times(60)).schedule(anyInt(), anyInt(), any());
    }

    private void pending(int attempt) {
        pending(attempt, SampleSubscription.filters());
    }

    private void pending(int attempt, Filters.Builder filters) {
        store.put(SampleSubscription.of(7, filters.build(), "/org/ttd", new Pending(attempt, NOW)));
    }

    private ValidationState state() {
        return store.find(7).orElseThrow().validation();
    }
}
