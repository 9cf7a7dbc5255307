package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.PartitionKeyBuilder;
import com.azure.cosmos.models.SqlQuerySpec;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventReader;
import no.altinn.events.store.Cursor;
import no.altinn.events.store.EventDocument;
import no.altinn.events.store.EventQuery;
import no.altinn.events.store.EventStore;
import no.altinn.events.store.EventStream;
import no.altinn.events.store.Page;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private static final int READ_AT_ONCE = 100;

    /** How long a replica may take to learn of an event that another one has told of. */
    private static final Duration REPLICATION = Duration.ofMillis(200);

    private final Items items;
    private final Sequence sequence;
    private final EventWrites writes;

    CosmosEventStore(Items items, Sequence sequence, Attempts writing) {
        this.items = items;
        this.sequence = sequence;
        this.writes = new EventWrites(items, sequence, writing);
    }

    @Override
    public void append(List<Event> events) {
        // Of two with one identity the first must win, and side by side it need not.
        Map<EventKey, Event> distinct = new LinkedHashMap<>();
        events.forEach(event -> distinct.putIfAbsent(event.key(), event));
        items.await(
                Flux.fromIterable(distinct.values())
                        .flatMap(writes::append, WRITES_AT_ONCE)
                        .then());
    }

    @Override
    public Optional<Event> find(EventKey key) {
        Mono<Item> read =
                Attempts.OF_READS.of(doubtful -> items.read(key.document(), EventWrites.key(key)));
        // Who asks has seen the event somewhere; the replica asked may not have, yet.
        Mono<Item> again = Mono.delay(REPLICATION).then(read);
        return items.await(read.switchIfEmpty(again))
                .map(item -> EventReader.structured(EventDocument.text(item.json())));
    }

    /**
     * {@inheritDoc}
     *
     * <p>The index leads to the events that meet the conditions, so those that do not cost nothing:
     * only a full page ends before everything has been examined.
     */
    @Override
    public Page read(EventQuery query, Cursor after, int limit) {
        int most = Math.min(limit, READ_AT_ONCE);
        String start = Sequence.stamp(after);
        String horizon = sequence.horizon();
        SqlQuerySpec sql =
                EventSearch.in(query.stream())
                        .between(start, horizon)
                        .meeting(query.conditions())
                        .first(most, "c.seq, c.event, c.eventBase64");
        EventPageBuilder page =
                items.await(Attempts.OF_READS.of(doubtful -> collected(query.stream(), sql, most)))
                        .orElseThrow();
        boolean skipped = !query.conditions().isEmpty() && start.compareTo(horizon) < 0;
        return page.page(skipped ? new Cursor(horizon) : page.lastOr(after));
    }

    private Mono<EventPageBuilder> collected(EventStream stream, SqlQuerySpec sql, int limit) {
        EventPageBuilder page = new EventPageBuilder(limit);
        return answers(stream, sql, limit)
                .doOnNext(page::add)
                .takeUntil(documents -> page.isFull())
                .then(Mono.just(page));
    }

    @Override
    public Cursor cursorOf(EventStream stream, String eventId) {
        SqlQuerySpec sql = EventSearch.in(stream).withId(eventId).first(1, "VALUE c.seq");
        return items.awaitAll(answers(stream, sql, 1), stamp -> stamp.json().textValue()).stream()
                .map(Cursor::new)
                .findFirst()
                .orElse(Cursor.START);
    }

    private Flux<List<Item>> answers(EventStream stream, SqlQuerySpec sql, int pageSize) {
        return stream instanceof EventStream.OfResource ofResource
                ? items.query(
                        sql, new PartitionKeyBuilder().add(ofResource.resource()).build(), pageSize)
                : items.query(sql, pageSize);
    }
}
