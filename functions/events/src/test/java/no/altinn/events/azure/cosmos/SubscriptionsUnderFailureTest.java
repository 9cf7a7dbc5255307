package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationState.Failed;
import no.altinn.events.subscription.ValidationState.Validated;
import no.altinn.platform.client.Unavailable;
import no.altinn.testing.cosmos.Fault;
import no.altinn.testing.cosmos.Operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** A lost answer changes nothing that a caller is told. */
class SubscriptionsUnderFailureTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final NewSubscription WANTED =
            new NewSubscription(
                    URI.create("https://example.no/hook"),
                    Filters.onResource("urn:altinn:resource:a").build(),
                    "/org/ttd");

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess(OpenCosmos.IMPATIENT);

    private SubscriptionStore store() {
        return cosmos.stores().subscriptions();
    }

    private void loseAnswerOf(Operation operation) {
        cosmos.server().faults().next(operation, new Fault.DroppedAfterCommit());
    }

    @Test
    void aSubscriptionWhoseAnswersAreLostIsAddedOnce() {
        // Of the counter's beginning, and of the subscription itself.
        cosmos.server().faults().next(Operation.CREATE, 1, new Fault.DroppedAfterCommit());
        Subscription first = store().add(WANTED, NOW);
        store().remove(first.id());
        loseAnswerOf(Operation.CREATE);

        Subscription added = store().add(WANTED, NOW);

        assertThat(store().ofConsumer("/org/ttd")).containsExactly(added);
        assertThat(added.id()).isGreaterThan(first.id());
    }

    @Test
    void aNumberWhoseAnswerIsLostIsNotGivenOut() {
        Subscription first = store().add(WANTED, NOW);
        store().remove(first.id());
        loseAnswerOf(Operation.PATCH);

        assertThat(store().add(WANTED, NOW).id()).isEqualTo(first.id() + 2);
    }

    @Test
    void aMoveWhoseAnswerIsLostHasMoved() {
        Subscription added = store().add(WANTED, NOW);
        loseAnswerOf(Operation.PATCH);

        assertThat(store().moveValidation(added.id(), added.validation(), new Validated()))
                .isTrue();
        assertThat(store().moveValidation(added.id(), added.validation(), new Failed())).isFalse();
    }

    @Test
    void aRemovalWhoseAnswerIsLostHasRemoved() {
        Subscription added = store().add(WANTED, NOW);
        loseAnswerOf(Operation.DELETE);

        assertThat(store().remove(added.id())).isTrue();
        assertThat(store().remove(added.id())).isFalse();
    }

    @Test
    void aRemovalOfWhatHasChangedMeanwhileIsMadeAgain() {
        Subscription added = store().add(WANTED, NOW);
        cosmos.server()
                .faults()
                .next(
                        Operation.DELETE,
                        new Fault.After(() -> store().setValidation(added.id(), new Validated())));

        assertThat(store().remove(added.id())).isTrue();
        assertThat(store().find(added.id())).isEmpty();
    }

    @Test
    void aStoreThatStaysThrottledIsUnavailable() {
        cosmos.server().faults().next(Operation.CREATE, 4, Fault.throttled(Duration.ofMillis(1)));

        assertThatThrownBy(() -> store().add(WANTED, NOW)).isInstanceOf(Unavailable.class);
    }
}
