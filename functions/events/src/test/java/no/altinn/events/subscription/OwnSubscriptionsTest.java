package no.altinn.events.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import no.altinn.events.app.Refusals;
import no.altinn.events.policy.Callers;
import no.altinn.platform.auth.AltinnToken;
import no.altinn.platform.http.Answer;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Clock;

class OwnSubscriptionsTest {
    private static final Subscription MINE = of(1, "/org/ttd");
    private static final Subscription THEIRS = of(2, "/org/skd");

    private final FakeSubscriptionStore store = new FakeSubscriptionStore();
    private final SubscriptionIndex index = new SubscriptionIndex(store, Clock.systemUTC());
    private final EndPointKeys keys = mock(EndPointKeys.class);
    private final OwnSubscriptions own = new OwnSubscriptions(store, index, keys);
    private final AltinnToken caller = new Callers().org("");
    private final AltinnToken nobody = new Callers().with(claims -> {});

    @BeforeEach
    void bothAreThere() {
        store.put(MINE, THEIRS);
    }

    @Test
    void oneSeesOnesOwn() {
        assertThat(own.of(caller)).containsExactly(MINE);
        assertThat(own.find(caller, 1)).isEqualTo(MINE);
    }

    @Test
    void nobodyHasNone() {
        assertThat(own.of(nobody)).isEmpty();
        assertProblem(403, () -> own.find(nobody, 1));
    }

    @Test
    void somebodyElsesIsForbidden() {
        assertProblem(403, () -> own.find(caller, 2));
        assertProblem(403, () -> own.remove(caller, 2));
        assertThat(store.find(2)).isPresent();
    }

    @Test
    void anUnknownOneIsNotFound() {
        assertProblem(404, () -> own.find(caller, 3));
        assertProblem(404, () -> own.remove(caller, 3));
    }

    @Test
    void aRemovedOneIsGoneAtOnce() {
        assertThat(index.validatedFor("urn:altinn:resource:r")).hasSize(2);

        own.remove(caller, 1);

        assertThat(store.find(1)).isEmpty();
        assertThat(index.validatedFor("urn:altinn:resource:r"))
                .extracting(Interest::id)
                .containsExactly(THEIRS.id());
        assertProblem(404, () -> own.find(caller, 1));
        verify(keys).forget(MINE);
    }

    private static Subscription of(int id, String consumer) {
        return SampleSubscription.of(
                id,
                SampleSubscription.filters().build(),
                consumer,
                new ValidationState.Validated());
    }

    private static void assertProblem(int status, ThrowingCallable call) {
        Answer answer = Refusals.answer(call);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).isEmpty();
    }
}
