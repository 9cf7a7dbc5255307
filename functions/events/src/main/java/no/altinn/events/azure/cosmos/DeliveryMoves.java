package no.altinn.events.azure.cosmos;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.platform.azure.cosmos.Attempts;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.Item;
import no.altinn.platform.azure.cosmos.Items;
import no.altinn.platform.azure.cosmos.Outcome;

import reactor.core.publisher.Mono;

import java.util.Optional;

/**
 * Moves deliveries from state to state by conditional patches. When a condition is refused after an
 * attempt whose answer was lost, the document tells whether that attempt has moved it. Thread-safe.
 */
final class DeliveryMoves {
    private final Items items;
    private final Attempts writing;

    DeliveryMoves(Items items, Attempts writing) {
        this.items = items;
        this.writing = writing;
    }

    /** The delivery's document in its newest state; empty when there is none. */
    Mono<Item> item(DeliveryKey key) {
        return items.read(Consistency.STRONG, key.id(), DeliveryDocument.key(key));
    }

    Mono<Boolean> move(DeliveryKey key, DeliveryState from, DeliveryState next) {
        return writing.settled(
                        () -> moved(key, DeliveryStateMembers.areOf(from), next, Optional.empty()),
                        refusal -> isIn(key, next))
                .map(outcome -> outcome == Outcome.DONE);
    }

    private Mono<Boolean> isIn(DeliveryKey key, DeliveryState state) {
        return item(key)
                .map(item -> DeliveryDocument.read(item).state().equals(state))
                .defaultIfEmpty(false);
    }

    Mono<Boolean> record(DeliveryKey key, Attempt attempt, DeliveryState next) {
        return writing.of(
                doubtful ->
                        moved(
                                        key,
                                        DeliveryStateMembers.areDueFor(attempt.number()),
                                        next,
                                        Optional.of(attempt))
                                .flatMap(
                                        outcome ->
                                                outcome == Outcome.REFUSED
                                                        ? keep(key, attempt, next, doubtful)
                                                        : Mono.just(outcome == Outcome.DONE)));
    }

    /** Keeps an attempt that moves nothing, unless the attempt in doubt has kept it. */
    private Mono<Boolean> keep(
            DeliveryKey key, Attempt attempt, DeliveryState next, boolean doubtful) {
        return item(key)
                .flatMap(
                        item -> {
                            Delivery stored = DeliveryDocument.read(item);
                            if (doubtful && stored.attempts().contains(attempt)) {
                                return Mono.just(stored.state().equals(next));
                            }
                            return items.patch(
                                            item,
                                            DeliveryDocument.key(key),
                                            DeliveryDocument.add(attempt))
                                    .flatMap(
                                            outcome ->
                                                    outcome == Outcome.REFUSED
                                                            ? keep(key, attempt, next, doubtful)
                                                            : Mono.just(false));
                        })
                .defaultIfEmpty(false);
    }

    private Mono<Outcome> moved(
            DeliveryKey key, String condition, DeliveryState next, Optional<Attempt> attempt) {
        return items.patch(
                key.id(),
                DeliveryDocument.key(key),
                DeliveryDocument.move(next, attempt),
                condition);
    }
}
