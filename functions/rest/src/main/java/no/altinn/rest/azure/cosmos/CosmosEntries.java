package no.altinn.rest.azure.cosmos;

import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;
import com.azure.cosmos.models.SqlQuerySpec;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.platform.azure.cosmos.WriteOutcome;
import no.altinn.platform.client.Unavailable;
import no.altinn.rest.record.Entries;
import no.altinn.rest.record.Entry;
import no.altinn.rest.record.EntryDocument;
import no.altinn.rest.record.Search;
import no.altinn.rest.record.Table;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The entries of one table in Cosmos DB. Every read sees the newest state, since entries change. A
 * document that has expired is taken for missing until Cosmos DB removes it. Thread-safe.
 */
final class CosmosEntries implements Entries {
    /** Made anew for each write, so that a writer whose answer was lost knows its own document. */
    private static final String WRITE = "write";

    /** Seconds from its last change to a document's end (Cosmos DB, time to live). */
    private static final String TIME_TO_LIVE = "ttl";

    /** How often an entry may come, expire or go between a refusal and the look at it. */
    private static final int MOST_LOOKS = 8;

    private final Table table;
    private final EntryDocument form;
    private final Documents documents;
    private final RetryPolicy writing;
    private final Clock clock;

    CosmosEntries(Table table, Documents documents, RetryPolicy writing, Clock clock) {
        this.table = table;
        this.form = new EntryDocument(table);
        this.documents = documents;
        this.writing = writing;
        this.clock = clock;
    }

    @Override
    public Optional<Entry> find(String partition, String id) {
        return isKey(partition, id)
                ? documents.await(living(partition, id)).map(this::entry)
                : Optional.empty();
    }

    /** No document has another key, and in the address of a request it might mean another one. */
    private boolean isKey(String partition, String id) {
        return Entry.isPartition(partition)
                && Entry.isId(id)
                && (!table.isPartedById() || partition.equals(id));
    }

    private Mono<Document> living(String partition, String id) {
        return read(partition, id).filter(document -> !hasExpired(document));
    }

    private Mono<Document> read(String partition, String id) {
        return RetryPolicy.OF_READS.call(
                () -> documents.read(Consistency.STRONG, id, key(partition, id)));
    }

    private boolean hasExpired(Document document) {
        return EntryVersion.of(document).hasExpired(clock.instant());
    }

    private Entry entry(Document document) {
        return form.read(document.json(), EntryVersion.of(document).text());
    }

    @Override
    public boolean add(Entry entry) {
        table.requireFit(entry);
        return documents.await(added(entry, MOST_LOOKS)).orElseThrow();
    }

    private Mono<Boolean> added(Entry entry, int looks) {
        if (looks == 0) {
            return Mono.error(new Unavailable("An entry is neither there nor can it be added."));
        }
        ObjectNode document = document(entry);
        return settled(entry, document, () -> documents.create(document, key(entry)))
                .flatMap(
                        outcome ->
                                outcome == WriteOutcome.REFUSED
                                        ? addedInPlaceOfAnExpiredOne(entry, looks)
                                        : Mono.just(outcome == WriteOutcome.DONE));
    }

    private Mono<Boolean> addedInPlaceOfAnExpiredOne(Entry entry, int looks) {
        Mono<Boolean> again = Mono.defer(() -> added(entry, looks - 1));
        return read(entry.partition(), entry.id())
                .flatMap(
                        found ->
                                hasExpired(found)
                                        ? replaced(entry, found.etag())
                                                .filter(isDone -> isDone)
                                                .switchIfEmpty(again)
                                        : Mono.just(false))
                .switchIfEmpty(again);
    }

    @Override
    public boolean replace(Entry entry, String version) {
        table.requireFit(entry);
        EntryVersion old = EntryVersion.parse(version);
        return !old.hasExpired(clock.instant())
                && documents.await(replaced(entry, old.etag())).orElseThrow();
    }

    private Mono<Boolean> replaced(Entry entry, String etag) {
        ObjectNode document = document(entry);
        return settled(entry, document, () -> documents.replace(document, key(entry), etag))
                .map(outcome -> outcome == WriteOutcome.DONE);
    }

    private Mono<WriteOutcome> settled(
            Entry entry, ObjectNode document, Supplier<Mono<WriteOutcome>> write) {
        String mine = document.path(WRITE).textValue();
        return writing.settled(
                write,
                refusal ->
                        read(entry.partition(), entry.id())
                                .map(found -> found.text(WRITE).equals(mine))
                                .defaultIfEmpty(false));
    }

    @Override
    public void put(Entry entry) {
        table.requireFit(entry);
        ObjectNode document = document(entry);
        WriteOutcome outcome =
                documents
                        .await(writing.call(() -> documents.upsert(document, key(entry))))
                        .orElseThrow();
        if (outcome != WriteOutcome.DONE) {
            throw new Unavailable("Cosmos DB has refused to put an entry: " + outcome);
        }
    }

    private ObjectNode document(Entry entry) {
        ObjectNode document = form.write(entry).put(WRITE, UUID.randomUUID().toString());
        entry.expires().ifPresent(at -> document.put(TIME_TO_LIVE, timeToLive(at)));
        return document;
    }

    /** At least as long as the entry lives: what is left over is hidden here. */
    private int timeToLive(Instant expires) {
        long seconds = Duration.between(clock.instant(), expires).toSeconds() + 2;
        return (int) Math.max(1, Math.min(seconds, Integer.MAX_VALUE));
    }

    private PartitionKey key(Entry entry) {
        return key(entry.partition(), entry.id());
    }

    private PartitionKey key(String partition, String id) {
        return table.isHierarchical()
                ? new PartitionKeyBuilder().add(partition).add(id).build()
                : new PartitionKey(partition);
    }

    /** What all entries of a partition have in common: of a hierarchical key the first part. */
    private PartitionKey key(String partition) {
        return table.isHierarchical()
                ? new PartitionKeyBuilder().add(partition).build()
                : new PartitionKey(partition);
    }

    @Override
    public boolean remove(String partition, String id) {
        return isKey(partition, id) && documents.await(removed(partition, id)).orElseThrow();
    }

    private Mono<Boolean> removed(String partition, String id) {
        return living(partition, id)
                .flatMap(document -> removed(partition, document))
                .defaultIfEmpty(false);
    }

    /** Refused when the entry has changed since it was read. */
    private Mono<Boolean> removed(String partition, Document document) {
        return writing.settled(
                        () -> documents.delete(document, key(partition, document.id())),
                        refusal -> Mono.just(refusal == WriteOutcome.MISSING))
                .flatMap(
                        outcome ->
                                outcome == WriteOutcome.REFUSED
                                        ? removed(partition, document.id())
                                        : Mono.just(outcome == WriteOutcome.DONE));
    }

    @Override
    public List<Entry> search(Search search) {
        table.requireLabels(search);
        boolean isInVain =
                search.labels().values().stream().anyMatch(Set::isEmpty)
                        || search.partition().filter(p -> !Entry.isPartition(p)).isPresent();
        return isInVain ? List.of() : documents.awaitAll(found(search), this::entry);
    }

    private Flux<List<Document>> found(Search search) {
        SqlQuerySpec query = EntryQuery.of(table, search, EntryDocument.time(clock.instant()));
        return search.partition().isPresent()
                ? documents.query(
                        Consistency.STRONG, query, key(search.partition().get()), search.limit())
                : documents.query(Consistency.STRONG, query, search.limit());
    }
}
