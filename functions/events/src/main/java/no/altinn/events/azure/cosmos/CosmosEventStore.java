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
import no.altinn.events.event.NotStored;
import no.altinn.events.event.Page;
import no.altinn.events.feed.EventDocument;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.platform.azure.cosmos.WriteOutcome;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Events in Cosmos DB. {@link Sequence} decides which events may be read, and in which order.
 *
 * <p>Each event lies in a logical partition of its own, so no transaction spans a batch. The events
 * of a batch are written side by side, and {@link #append} returns when every event is stored. If
 * it fails, or the process dies, some events of the batch may be stored. They are read and pushed
 * like any other, although the publisher has got no acknowledgement. Publishing the batch again
 * stores the rest and leaves the stored events as they are. An event whose write was repeated comes
 * after the events that followed it in the batch. Thread-safe.
 */
final class CosmosEventStore implements EventStore {
    private static final int WRITES_AT_ONCE = 32;

    /** Events may be 1 MiB each, and the SDK holds every event that it sorts, not one page only. */
    private static final int READ_AT_ONCE = 50;

    /** A page that the account refuses is divided by this for the next attempt. */
    private static final int LESS = 4;

    /** How many events with one id are compared to find the first; ids of one source differ. */
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
        // The first of two events with one identity must win; written side by side it might not.
        Map<EventKey, Event> distinct = new LinkedHashMap<>();
        for (Event event : events) {
            if (distinct.putIfAbsent(event.key(), event) != null) {
                NotStored.tell(event);
            }
        }
        documents.await(
                Flux.fromIterable(distinct.values()).flatMap(this::append, WRITES_AT_ONCE).then());
    }

    private Mono<WriteOutcome> append(Event event) {
        return writes.append(event)
                .doOnNext(
                        outcome -> {
                            if (outcome == WriteOutcome.REFUSED) {
                                NotStored.tell(event);
                            }
                        });
    }

    /**
     * {@inheritDoc} An event never changes but for its erasure, so any replica that has it will do;
     * one that lags finds an erased event a moment longer.
     */
    @Override
    public Optional<Event> find(EventKey key) {
        return documents
                .await(
                        RetryPolicy.OF_READS.call(
                                () -> documents.find(key.document(), EventWrites.key(key))))
                .filter(document -> !EventDocument.isErased(document.json()))
                .map(document -> EventReader.stored(EventDocument.text(document.json())));
    }

    @Override
    public boolean erase(EventKey key) {
        return documents.await(writes.erase(key)).orElseThrow();
    }

    /**
     * {@inheritDoc}
     *
     * <p>The index leads to the events that meet the conditions, so other events cost nothing: only
     * a full page ends before everything has been examined.
     *
     * <p>Events that every replica has are read from any replica. Only newer events are read at the
     * price of strong consistency.
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
        // Deferred: it asks for as many events as the page lacks by then.
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
                between.meeting(query.conditions())
                        .first(limit, "c.seq, c.event, c.eventBase64, c.erased");
        return answers(consistency, query.stream(), sql, limit);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Every replica has the settled events. So if a replica finds settled events only, no other
     * event with the id can be before them. Otherwise the newest state is read.
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

    /** {@inheritDoc} It is the bound of what may be read, and costs no request. */
    @Override
    public Cursor now() {
        return new Cursor(sequence.horizon());
    }

    @Override
    public Cursor at(Instant instant) {
        return new Cursor(Sequence.lowest(instant));
    }

    @Override
    public List<EventKey> withId(String resource, String eventId, int limit) {
        EventStream stream = new EventStream.OfResource(resource);
        SqlQuerySpec sql = CosmosEventQuery.in(stream).withId(eventId).first(limit, "c.id");
        return documents.awaitAll(
                answers(Consistency.STRONG, stream, sql, limit),
                document -> new EventKey(resource, document.id()));
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
