package no.altinn.events.azure.cosmos;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.platform.azure.cosmos.WriteOutcome;

import reactor.core.publisher.Mono;

import java.util.Optional;

/**
 * Moves deliveries from state to state by conditional patches. When a condition is refused after an
 * attempt whose answer was lost, the document shows whether that attempt has moved it. Thread-safe.
 */
final class DeliveryMoves {
    private final Documents documents;
    private final RetryPolicy writing;

    DeliveryMoves(Documents documents, RetryPolicy writing) {
        this.documents = documents;
        this.writing = writing;
    }

    /** The delivery's document in its newest state; empty when there is none. */
    Mono<Document> document(DeliveryKey key) {
        return documents.read(Consistency.STRONG, key.id(), DeliveryDocument.key(key));
    }

    Mono<Boolean> move(DeliveryKey key, DeliveryState from, DeliveryState next) {
        return writing.settled(
                        () -> moved(key, DeliveryStateMembers.areOf(from), next, Optional.empty()),
                        refusal -> isIn(key, next))
                .map(outcome -> outcome == WriteOutcome.DONE);
    }

    Mono<Boolean> conclude(
            DeliveryKey key, DeliveryState.Locked lock, Attempt attempt, DeliveryState next) {
        return writing.settled(
                        () ->
                                moved(
                                        key,
                                        DeliveryStateMembers.areOf(lock),
                                        next,
                                        Optional.of(attempt)),
                        refusal -> hasMade(key, attempt))
                .map(outcome -> outcome == WriteOutcome.DONE);
    }

    /** Each lock is concluded once, so the attempt that tells of it shows who did it. */
    private Mono<Boolean> hasMade(DeliveryKey key, Attempt attempt) {
        return document(key)
                .map(document -> DeliveryDocument.read(document).attempts().contains(attempt))
                .defaultIfEmpty(false);
    }

    Mono<Boolean> change(Delivery before, Delivery after) {
        DeliveryKey key = before.key();
        return writing.settled(
                        () ->
                                documents.patch(
                                        key.id(),
                                        DeliveryDocument.key(key),
                                        DeliveryDocument.change(after),
                                        DeliveryStateMembers.areOf(before.state())),
                        refusal -> isChanged(key, after))
                .map(outcome -> outcome == WriteOutcome.DONE);
    }

    private Mono<Boolean> isChanged(DeliveryKey key, Delivery after) {
        return document(key)
                .map(DeliveryDocument::read)
                .map(stored -> stored.having(after.attempts()).equals(after))
                .defaultIfEmpty(false);
    }

    Mono<Void> eraseResponses(DeliveryKey key) {
        return writing.call(
                () ->
                        document(key)
                                .flatMap(
                                        document ->
                                                DeliveryDocument.eraseResponses(
                                                                DeliveryDocument.read(document))
                                                        .map(
                                                                changes ->
                                                                        documents.patch(
                                                                                document,
                                                                                DeliveryDocument
                                                                                        .key(key),
                                                                                changes))
                                                        .orElseGet(Mono::empty))
                                .flatMap(
                                        outcome ->
                                                outcome == WriteOutcome.REFUSED
                                                        ? eraseResponses(key)
                                                        : Mono.<Void>empty()));
    }

    private Mono<Boolean> isIn(DeliveryKey key, DeliveryState state) {
        return document(key)
                .map(document -> DeliveryDocument.read(document).state().equals(state))
                .defaultIfEmpty(false);
    }

    Mono<Boolean> record(DeliveryKey key, Attempt attempt, DeliveryState next) {
        return writing.call(
                doubtful ->
                        moved(
                                        key,
                                        DeliveryStateMembers.areDueFor(attempt.number()),
                                        next,
                                        Optional.of(attempt))
                                .flatMap(
                                        outcome ->
                                                outcome == WriteOutcome.REFUSED
                                                        ? keep(key, attempt, next, doubtful)
                                                        : Mono.just(outcome == WriteOutcome.DONE)));
    }

    /** Keeps an attempt that moves nothing, unless a lost write has kept it. */
    private Mono<Boolean> keep(
            DeliveryKey key, Attempt attempt, DeliveryState next, boolean doubtful) {
        return document(key)
                .flatMap(
                        document -> {
                            Delivery stored = DeliveryDocument.read(document);
                            if (doubtful && stored.attempts().contains(attempt)) {
                                return Mono.just(stored.state().equals(next));
                            }
                            return documents
                                    .patch(
                                            document,
                                            DeliveryDocument.key(key),
                                            DeliveryDocument.add(attempt))
                                    .flatMap(
                                            outcome ->
                                                    outcome == WriteOutcome.REFUSED
                                                            ? keep(key, attempt, next, doubtful)
                                                            : Mono.just(false));
                        })
                .defaultIfEmpty(false);
    }

    private Mono<WriteOutcome> moved(
            DeliveryKey key, String condition, DeliveryState next, Optional<Attempt> attempt) {
        return documents.patch(
                key.id(),
                DeliveryDocument.key(key),
                DeliveryDocument.move(next, attempt),
                condition);
    }
}
