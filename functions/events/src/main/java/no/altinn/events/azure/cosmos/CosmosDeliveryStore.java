package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.SqlQuerySpec;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.platform.azure.cosmos.WriteOutcome;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deliveries in Cosmos DB, each subscription's in a partition of its own. Thread-safe. */
final class CosmosDeliveryStore implements DeliveryStore {
    /** How many deliveries of one call are written side by side. */
    private static final int WRITES_AT_ONCE = 64;

    /** No second attempt of a delivery is due before it has this age. */
    private static final Duration FIRST_ATTEMPT = Duration.ofSeconds(5);

    private final Documents documents;
    private final RetryPolicy writing;
    private final DeliveryMoves moves;
    private final Clock clock;

    CosmosDeliveryStore(Documents documents, RetryPolicy writing, Clock clock) {
        this.clock = clock;
        this.documents = documents;
        this.writing = writing;
        this.moves = new DeliveryMoves(documents, writing);
    }

    @Override
    public List<Delivery> create(List<Delivery> deliveries) {
        return documents
                .await(
                        Flux.fromIterable(deliveries)
                                .flatMapSequential(this::created, WRITES_AT_ONCE)
                                .collectList())
                .orElseThrow();
    }

    /** The delivery if this call created it, even by an attempt whose answer was lost. */
    private Mono<Delivery> created(Delivery delivery) {
        return writing.settled(
                        () ->
                                documents.create(
                                        DeliveryDocument.write(delivery),
                                        DeliveryDocument.key(delivery.key())),
                        refusal -> isStored(delivery))
                .filter(outcome -> outcome == WriteOutcome.DONE)
                .map(outcome -> delivery);
    }

    private Mono<Boolean> isStored(Delivery delivery) {
        return moves.document(delivery.key())
                .map(document -> DeliveryDocument.read(document).equals(delivery))
                .defaultIfEmpty(false);
    }

    @Override
    public Optional<Delivery> find(DeliveryKey key) {
        return found(key, Consistency.STRONG);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Before a first attempt the delivery was created just now, so any replica that has it
     * answers. If that replica lags, the attempt is made twice at worst, and both are recorded.
     * Later a lagging replica could make a due attempt look void, and it would be lost. So an older
     * delivery is read with strong consistency.
     */
    @Override
    public Optional<Delivery> announced(DeliveryNotice notice) {
        return notice.attempt() == 1
                ? found(notice.key(), Consistency.EVENTUAL)
                        .filter(this::isNew)
                        .or(() -> find(notice.key()))
                : find(notice.key());
    }

    private Optional<Delivery> found(DeliveryKey key, Consistency consistency) {
        return documents
                .await(
                        RetryPolicy.OF_READS.call(
                                () ->
                                        documents.read(
                                                consistency, key.id(), DeliveryDocument.key(key))))
                .map(DeliveryDocument::read);
    }

    private boolean isNew(Delivery delivery) {
        return delivery.created().plus(FIRST_ATTEMPT).isAfter(clock.instant());
    }

    @Override
    public boolean record(DeliveryKey key, Attempt attempt, DeliveryState next) {
        return documents.await(moves.record(key, attempt, next)).orElseThrow();
    }

    @Override
    public boolean move(DeliveryKey key, DeliveryState from, DeliveryState next) {
        return documents.await(moves.move(key, from, next)).orElseThrow();
    }

    @Override
    public boolean conclude(
            DeliveryKey key, DeliveryState.Locked lock, Attempt attempt, DeliveryState next) {
        return documents.await(moves.conclude(key, lock, attempt, next)).orElseThrow();
    }

    @Override
    public List<Delivery> dueBefore(Instant instant, int limit) {
        SqlQuerySpec sql = OverdueQuery.before(instant, limit);
        return documents.awaitAll(
                documents.query(Consistency.STRONG, sql, limit), DeliveryDocument::read);
    }

    @Override
    public boolean change(Delivery before, Delivery after) {
        return documents.await(moves.change(before, after)).orElseThrow();
    }

    @Override
    public void eraseResponses(DeliveryKey key) {
        documents.await(moves.eraseResponses(key));
    }

    /**
     * {@inheritDoc}
     *
     * <p>What has waited is looked for in order to take it, which succeeds only if it is still as
     * it was found. So any replica may answer that, at half the price.
     */
    @Override
    public List<Delivery> search(DeliverySearch search, int limit) {
        return documents.awaitAll(
                documents.query(
                        search.waitedUntil().isPresent()
                                ? Consistency.EVENTUAL
                                : Consistency.STRONG,
                        DeliveryQuery.of(search, limit),
                        DeliveryDocument.keys(search.subscriptionId()),
                        limit),
                DeliveryDocument::read);
    }

    /** {@inheritDoc} The index answers it, whatever the most is. */
    @Override
    public int count(int subscriptionId, DeliveryStatus status, int most) {
        int counted =
                documents
                        .awaitAll(
                                documents.query(
                                        Consistency.EVENTUAL,
                                        DeliveryQuery.count(subscriptionId, status),
                                        DeliveryDocument.keys(subscriptionId),
                                        1),
                                document -> document.json().intValue())
                        .get(0);
        return Math.min(counted, most);
    }
}
