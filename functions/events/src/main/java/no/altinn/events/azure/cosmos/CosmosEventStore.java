package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;
import com.azure.cosmos.models.SqlQuerySpec;

import no.altinn.events.event.Cursor;
import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventQuery;
import no.altinn.events.event.EventReader;
import no.altinn.events.event.EventStore;
import no.altinn.events.event.EventStream;
import no.altinn.events.event.Page;
import no.altinn.events.feed.EventDocument;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RetryPolicy;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Events in Cosmos DB. What may be read, and in which order, is told by {@link Sequence}.
 *
 * <p>Each event lies in a logical partition of its own, so no transaction spans a batch: its events
 * are written side by side, and {@link #append} returns when every one is stored. If it fails, or
 * the process dies, some of them may be stored, and these are read and pushed like any other;
 * whoever published the batch has not been told that it was taken, and publishing it again stores
 * the rest and leaves these as they are. An event whose write has to be repeated comes after those
 * that followed it in the batch. Thread-safe.
 */
final class CosmosEventStore implements EventStore {
    private static final int WRITES_AT_ONCE = 32;

    /** Events may be 1 MiB each, and the SDK holds all that it sorts, whatever fits into a page. */
    private static final int READ_AT_ONCE = 50;

    /** An account that refuses so much at once may take this part of it. */
    private static final int LESS = 4;

    /** How many events with one id are looked at for the first; a source's ids differ. */
    private static final int SAME_ID = 100;

    private final Documents documents;
    private final Sequence sequence;
    private final EventWrites writes;

    CosmosEventStore(Documents documents, Sequence sequence, RetryPolicy writing) {
        this.documents = documents;
        this.sequence = sequence;
        this.writes = new EventWrites(documents, sequence, writing);
    }

    @Override
    public void append(List<Event> events) {
        // Of two with one identity the first must win, and side by side it need not.
        Map<EventKey, Event> distinct = new LinkedHashMap<>();
        events.forEach(event -> distinct.putIfAbsent(event.key(), event));
        documents.await(
                Flux.fromIterable(distinct.values())
                        .flatMap(writes::append, WRITES_AT_ONCE)
                        .then());
    }

    /** {@inheritDoc} An event never changes, so any replica that has it tells all. */
    @Override
    public Optional<Event> find(EventKey key) {
        return documents
                .await(
                        RetryPolicy.OF_READS.call(
                                () -> documents.find(key.document(), EventWrites.key(key))))
                .map(document -> EventReader.structured(EventDocument.text(document.json())));
    }

    /**
     * {@inheritDoc}
     *
     * <p>The index leads to the events that meet the conditions, so those that do not cost nothing:
     * only a full page ends before everything has been examined.
     *
     * <p>What every replica has is read from any of them, and only what is newer at the price of
     * strong consistency.
     */
    @Override
    public Page read(EventQuery query, Cursor after, int limit) {
        AtomicInteger most = new AtomicInteger(Math.min(limit, READ_AT_ONCE));
        String start = Sequence.stamp(after);
        String horizon = sequence.horizon();
        EventPageBuilder page =
                documents
                        .await(
                                RetryPolicy.OF_READS.call(
                                        () ->
                                                collected(
                                                        query,
                                                        start,
                                                        horizon,
                                                        most.getAndUpdate(
                                                                n -> Math.max(1, n / LESS)))))
                        .orElseThrow();
        boolean skipped = !query.conditions().isEmpty() && start.compareTo(horizon) < 0;
        return page.page(skipped ? new Cursor(horizon) : page.lastOr(after));
    }

    private Mono<EventPageBuilder> collected(
            EventQuery query, String start, String horizon, int limit) {
        EventPageBuilder page = new EventPageBuilder(limit);
        String settled = sequence.settled();
        if (start.compareTo(settled) >= 0) {
            CosmosEventQuery newer =
                    CosmosEventQuery.in(query.stream()).after(start).before(horizon);
            return collected(page, found(Consistency.STRONG, query, newer, limit));
        }
        CosmosEventQuery old = CosmosEventQuery.in(query.stream()).after(start).before(settled);
        CosmosEventQuery newer = CosmosEventQuery.in(query.stream()).from(settled).before(horizon);
        // Deferred, for it asks for no more than the page then lacks.
        Flux<List<Document>> rest =
                Flux.defer(() -> found(Consistency.STRONG, query, newer, page.room()));
        return collected(page, found(Consistency.EVENTUAL, query, old, limit).concatWith(rest));
    }

    private static Mono<EventPageBuilder> collected(
            EventPageBuilder page, Flux<List<Document>> answers) {
        return answers.doOnNext(page::add)
                .takeUntil(documents -> page.isFull())
                .then(Mono.just(page));
    }

    private Flux<List<Document>> found(
            Consistency consistency, EventQuery query, CosmosEventQuery between, int limit) {
        SqlQuerySpec sql =
                between.meeting(query.conditions()).first(limit, "c.seq, c.event, c.eventBase64");
        return answers(consistency, query.stream(), sql, limit);
    }

    /**
     * {@inheritDoc}
     *
     * <p>No replica lacks what is settled. So if every event with the id that any replica finds is
     * settled, no other one can be before them; else the newest state is asked.
     */
    @Override
    public Cursor cursorOf(EventStream stream, String eventId) {
        SqlQuerySpec sql =
                CosmosEventQuery.in(stream).withId(eventId).first(SAME_ID, "c.seq, c.firstSeq");
        List<Document> found = sameId(Consistency.EVENTUAL, stream, sql);
        String settled = sequence.settled();
        boolean isSure =
                !found.isEmpty()
                        && found.stream().allMatch(one -> one.text("seq").compareTo(settled) < 0);
        List<Document> all = isSure ? found : sameId(Consistency.STRONG, stream, sql);
        return all.stream()
                .map(EventWrites::firstStamp)
                .min(Comparator.naturalOrder())
                .map(Cursor::new)
                .orElse(Cursor.START);
    }

    private List<Document> sameId(Consistency consistency, EventStream stream, SqlQuerySpec sql) {
        return documents.awaitAll(answers(consistency, stream, sql, SAME_ID), Function.identity());
    }

    private Flux<List<Document>> answers(
            Consistency consistency, EventStream stream, SqlQuerySpec sql, int pageSize) {
        return stream.accept(
                new EventStream.Visitor<>() {
                    @Override
                    public Flux<List<Document>> ofResource(EventStream.OfResource ofResource) {
                        PartitionKey key =
                                new PartitionKeyBuilder().add(ofResource.resource()).build();
                        return documents.query(consistency, sql, key, pageSize);
                    }

                    @Override
                    public Flux<List<Document>> ofAppsAbout(EventStream.OfAppsAbout ofApps) {
                        return documents.query(consistency, sql, pageSize);
                    }
                });
    }
}
