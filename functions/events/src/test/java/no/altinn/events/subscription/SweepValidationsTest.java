package no.altinn.events.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import no.altinn.events.subscription.ValidationState.Failed;
import no.altinn.events.subscription.ValidationState.Pending;
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
    private final SweepValidations sweep = new SweepValidations(store, queue, clock);

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
