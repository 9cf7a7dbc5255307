package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;

import no.altinn.events.store.Attempt;
import no.altinn.events.store.Delivery;
import no.altinn.events.store.DeliveryKey;
import no.altinn.events.store.DeliveryState;
import no.altinn.events.store.DeliveryStore;
import no.altinn.events.store.EventDocument;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deliveries in Cosmos DB, each subscription's in a partition of its own. Thread-safe. */
final class CosmosDeliveryStore implements DeliveryStore {
    private static final int WRITES_AT_ONCE = 32;

    private final Items items;
    private final Attempts writing;
    private final DeliveryMoves moves;

    CosmosDeliveryStore(Items items, Attempts writing) {
        this.items = items;
        this.writing = writing;
        this.moves = new DeliveryMoves(items, writing);
    }

    @Override
    public List<Delivery> create(List<Delivery> deliveries) {
        return items.await(
                        Flux.fromIterable(deliveries)
                                .flatMapSequential(this::created, WRITES_AT_ONCE)
                                .collectList())
                .orElseThrow();
    }

    /** The delivery if it was not there; of one that an attempt in doubt stored, it was not. */
    private Mono<Delivery> created(Delivery delivery) {
        return writing.of(
                        doubtful ->
                                items.create(
                                                DeliveryDocument.write(delivery),
                                                DeliveryDocument.key(delivery.key()))
                                        .flatMap(
                                                outcome ->
                                                        outcome == Outcome.REFUSED && doubtful
                                                                ? isStored(delivery)
                                                                : Mono.just(
                                                                        outcome == Outcome.DONE)))
                .filter(isCreated -> isCreated)
                .map(isCreated -> delivery);
    }

    private Mono<Boolean> isStored(Delivery delivery) {
        return moves.item(delivery.key())
                .map(item -> DeliveryDocument.read(item).equals(delivery))
                .defaultIfEmpty(false);
    }

    @Override
    public Optional<Delivery> find(DeliveryKey key) {
        return items.await(Attempts.OF_READS.of(doubtful -> moves.item(key)))
                .map(DeliveryDocument::read);
    }

    @Override
    public boolean record(DeliveryKey key, Attempt attempt, DeliveryState next) {
        return items.await(moves.record(key, attempt, next)).orElseThrow();
    }

    @Override
    public boolean move(DeliveryKey key, DeliveryState from, DeliveryState next) {
        return items.await(moves.move(key, from, next)).orElseThrow();
    }

    @Override
    public List<Delivery> dueBefore(Instant instant, int limit) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT TOP %d * FROM c WHERE c.dueAt < @instant ORDER BY c.dueAt"
                                .formatted(limit),
                        new SqlParameter("@instant", EventDocument.time(instant)));
        return items.awaitAll(items.query(sql, limit), DeliveryDocument::read);
    }

    @Override
    public List<Delivery> dead(int subscriptionId, int limit) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT TOP %d * FROM c WHERE c.subscriptionId = @subscription"
                                        .formatted(limit)
                                + " AND c.status = 'dead' ORDER BY c.time DESC",
                        new SqlParameter("@subscription", subscriptionId));
        return items.awaitAll(
                items.query(sql, DeliveryDocument.keys(subscriptionId), limit),
                DeliveryDocument::read);
    }
}
