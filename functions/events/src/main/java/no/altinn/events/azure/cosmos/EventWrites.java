package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.event.EventTooLarge;
import no.altinn.events.feed.EventDocument;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.CosmosFailure;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.platform.azure.cosmos.WriteOutcome;

import reactor.core.publisher.Mono;

import java.time.Duration;

/**
 * Writes events, each with a stamp that no reader has passed.
 *
 * <ol>
 *   <li>An event is written under a key made of its resource, its source and its id, so a repeated
 *       write cannot store it twice. An attempt that timed out may still be committed, even after
 *       the last attempt has failed and the publisher has got an error.
 *   <li>When the write conflicts with a stored event, the stored document shows when it was
 *       committed. An event that was committed soon after its stamp stays as it is.
 *   <li>An event that was committed late may lie behind the place of a reader. It gets a new {@code
 *       seq}, so readers and the change feed meet it again. It keeps its first stamp in {@code
 *       firstSeq}: a reader that met it there and continues from its id starts from the first
 *       stamp, so that it skips no event in between.
 * </ol>
 *
 * <p>Thread-safe.
 */
final class EventWrites {
    private final Documents documents;
    private final Sequence sequence;
    private final RetryPolicy writing;

    EventWrites(Documents documents, Sequence sequence, RetryPolicy writing) {
        this.documents = documents;
        this.sequence = sequence;
        this.writing = writing;
    }

    /** Stores the event unless it is there where readers find it. */
    Mono<WriteOutcome> append(Event event) {
        return writing.call(() -> attempt(event))
                .onErrorMap(EventWrites::isTooLarge, EventTooLarge::new);
    }

    /** Takes the data out of an event; false if there is no such event. */
    Mono<Boolean> erase(EventKey event) {
        return writing.call(() -> erased(event, documents.find(event.document(), key(event))));
    }

    private Mono<Boolean> erased(EventKey event, Mono<Document> stored) {
        Mono<Document> newest = documents.read(Consistency.STRONG, event.document(), key(event));
        return stored.flatMap(
                        document ->
                                EventDocument.isErased(document.json())
                                        ? Mono.just(true)
                                        : documents
                                                .replace(
                                                        rest(document), key(event), document.etag())
                                                .flatMap(
                                                        outcome ->
                                                                outcome == WriteOutcome.DONE
                                                                        ? Mono.just(true)
                                                                        : erased(event, newest)))
                .defaultIfEmpty(false);
    }

    /** Cosmos DB counts the time to live from the last change, so the rest is told. */
    private ObjectNode rest(Document stored) {
        Duration left = Containers.EVENTS.timeToLive().minus(sequence.age(stored.text("seq")));
        return EventDocument.erased(stored.json()).put("ttl", Math.max(1, left.toSeconds()));
    }

    private static boolean isTooLarge(Throwable failure) {
        return new CosmosFailure(failure).isTooLarge();
    }

    private Mono<WriteOutcome> attempt(Event event) {
        PartitionKey key = key(event.key());
        return documents
                .create(new EventDocument(event, sequence.next()).json(), key)
                .flatMap(
                        outcome ->
                                outcome == WriteOutcome.REFUSED
                                        ? confirm(
                                                event, documents.find(event.key().document(), key))
                                        : Mono.just(outcome));
    }

    /**
     * Looks at the stored event. Any replica will do: a late commit stays late until the event gets
     * a later stamp.
     */
    private Mono<WriteOutcome> confirm(Event event, Mono<Document> stored) {
        return stored.flatMap(
                        document ->
                                mayBeMissed(document)
                                        ? stampAgain(event, document)
                                        : Mono.just(WriteOutcome.REFUSED))
                // Its 90 days are just over. The attempt's timeout ends the repetition.
                .switchIfEmpty(Mono.defer(() -> attempt(event)));
    }

    /**
     * The document of an erased event shows when it was erased, which is no commit of the event.
     */
    private boolean mayBeMissed(Document stored) {
        return !EventDocument.isErased(stored.json())
                && sequence.mayBeMissed(stored.text("seq"), stored.committedBefore());
    }

    private Mono<WriteOutcome> stampAgain(Event event, Document stored) {
        CosmosPatchOperations change =
                CosmosPatchOperations.create()
                        .set("/seq", sequence.next())
                        .set("/firstSeq", firstStamp(stored));
        PartitionKey key = key(event.key());
        Mono<Document> newest = documents.read(Consistency.STRONG, stored.id(), key);
        return documents
                .patch(stored, key, change)
                .flatMap(
                        outcome ->
                                outcome == WriteOutcome.DONE
                                        ? Mono.just(outcome)
                                        : confirm(event, newest));
    }

    /** The event's first stamp, from which readers may continue. */
    static String firstStamp(Document event) {
        return event.textIfAny("firstSeq").orElseGet(() -> event.text("seq"));
    }

    /** The partition key of one event. */
    static PartitionKey key(EventKey key) {
        return new PartitionKeyBuilder().add(key.resource()).add(key.document()).build();
    }
}
