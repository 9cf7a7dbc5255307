package no.altinn.events.azure.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryState.Locked;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.events.event.TestEvents;
import no.altinn.events.log.Activity;
import no.altinn.events.log.LogEntry;
import no.altinn.platform.client.Unavailable;
import no.altinn.testing.cosmos.Fault;
import no.altinn.testing.cosmos.Operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A lost answer neither doubles an attempt nor forgets who moved a delivery. */
class DeliveriesUnderFailureTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Delivery DELIVERY =
            Delivery.due(TestEvents.event("1").key(), "1", 1, "", NOW);
    private static final Attempt ATTEMPT = new Attempt(1, NOW, Duration.ofMillis(5), 503, "");
    private static final DeliveryState SECOND = new Due(2, NOW.plusSeconds(10));

    @RegisterExtension private final OpenCosmos cosmos = OpenCosmos.inProcess(OpenCosmos.IMPATIENT);

    private DeliveryStore store() {
        return cosmos.stores().deliveries();
    }

    private Delivery stored() {
        return store().find(DELIVERY.key()).orElseThrow();
    }

    private void loseAnswerOf(Operation operation) {
        cosmos.server().faults().next(operation, new Fault.DroppedAfterCommit());
    }

    @Test
    void aDeliveryWhoseAnswerIsLostWasCreated() {
        loseAnswerOf(Operation.CREATE);

        assertThat(store().create(List.of(DELIVERY))).containsExactly(DELIVERY);
        assertThat(store().create(List.of(DELIVERY))).isEmpty();
    }

    @Test
    void anAttemptWhoseAnswerIsLostIsKeptOnceAndHasMovedTheDelivery() {
        store().create(List.of(DELIVERY));
        loseAnswerOf(Operation.PATCH);

        assertThat(store().record(DELIVERY.key(), ATTEMPT, SECOND)).isTrue();

        assertThat(stored().attempts()).containsExactly(ATTEMPT);
        assertThat(stored().state()).isEqualTo(SECOND);
    }

    @Test
    void anAttemptThatMovesNothingIsKeptOnceThoughItsAnswerIsLost() {
        store().create(List.of(DELIVERY));
        store().record(DELIVERY.key(), ATTEMPT, new Delivered(NOW));
        Attempt late = new Attempt(1, NOW.plusSeconds(1), Duration.ofMillis(5), 500, "");
        // The first patch is refused by its condition, the second one adds the attempt.
        cosmos.server().faults().next(Operation.PATCH, new Fault.After(() -> {}));
        loseAnswerOf(Operation.PATCH);

        assertThat(store().record(DELIVERY.key(), late, SECOND)).isFalse();

        assertThat(stored().attempts()).containsExactly(ATTEMPT, late);
        assertThat(stored().state()).isEqualTo(new Delivered(NOW));
    }

    @Test
    void ofTwoAttemptsKeptAtOnceNoneIsLost() {
        store().create(List.of(DELIVERY));
        store().record(DELIVERY.key(), ATTEMPT, new Delivered(NOW));
        Attempt second = new Attempt(1, NOW.plusSeconds(1), Duration.ofMillis(5), 500, "");
        Attempt third = new Attempt(1, NOW.plusSeconds(2), Duration.ofMillis(5), 500, "");
        // While one is about to be added, the other one is.
        cosmos.server().faults().next(Operation.PATCH, new Fault.After(() -> {}));
        cosmos.server()
                .faults()
                .next(
                        Operation.PATCH,
                        new Fault.After(() -> store().record(DELIVERY.key(), third, SECOND)));

        store().record(DELIVERY.key(), second, SECOND);

        assertThat(stored().attempts()).containsExactlyInAnyOrder(ATTEMPT, second, third);
    }

    @Test
    void aLockWhoseConclusionIsNotAnsweredWasConcludedOnce() {
        Locked lock = new Locked(1, NOW.plusSeconds(60), "token");
        store().create(List.of(DELIVERY));
        store().move(DELIVERY.key(), DELIVERY.state(), lock);
        loseAnswerOf(Operation.PATCH);

        assertThat(store().conclude(DELIVERY.key(), lock, ATTEMPT, new Delivered(NOW))).isTrue();
        assertThat(store().conclude(DELIVERY.key(), lock, ATTEMPT, SECOND)).isFalse();

        assertThat(stored().attempts()).containsExactly(ATTEMPT);
        assertThat(stored().state()).isEqualTo(new Delivered(NOW));
    }

    @Test
    void aMoveWhoseAnswerIsLostHasMoved() {
        store().create(List.of(DELIVERY));
        loseAnswerOf(Operation.PATCH);

        assertThat(store().move(DELIVERY.key(), DELIVERY.state(), SECOND)).isTrue();
        assertThat(store().move(DELIVERY.key(), DELIVERY.state(), SECOND)).isFalse();
    }

    @Test
    void aLogEntryWhoseAnswerIsLostIsThereOnce() {
        LogEntry entry = new LogEntry(Activity.UNAUTHORIZED, NOW, "1", "", "", 3, "", "", 0);
        loseAnswerOf(Operation.CREATE);

        cosmos.stores().log().append(entry);

        assertThat(cosmos.stores().log().ofSubscription(3, 10)).containsExactly(entry);
    }

    @Test
    void aStoreThatStaysThrottledIsUnavailable() {
        store().create(List.of(DELIVERY));
        cosmos.server().faults().next(Operation.PATCH, 4, Fault.throttled(Duration.ofMillis(1)));

        assertThatThrownBy(() -> store().record(DELIVERY.key(), ATTEMPT, SECOND))
                .isInstanceOf(Unavailable.class);
        assertThat(stored().state()).isEqualTo(DELIVERY.state());
    }
}
