package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;

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

/**
 * Writes events, each with a stamp that no reader has come past. An attempt that was given up may
 * still be carried out, also after every attempt was and the publisher has been told so; the
 * document's id keeps a later one from storing the event twice.
 *
 * <p>So an event that is found to be there may have been committed behind readers' backs. When it
 * was, its document tells: if that was so long after its stamp that readers may have been past, the
 * event is stamped again, and readers meet it where they are. Then it has been committed anew, and
 * one that was stamped in time is left as it is, whoever stored it. Some may have read it in its
 * first place and go on from there by its id: that place is kept, and they meet the event again
 * rather than skip what lies between. The change feed brings it again too, for those who have
 * subscribed meanwhile. Thread-safe.
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
     * Looks at what is stored. Any replica tells of a late commit, or else of a later stamp: what
     * was late stays so.
     */
    private Mono<WriteOutcome> confirm(Event event, Mono<Document> stored) {
        return stored.flatMap(
                        document ->
                                sequence.mayBeMissed(
                                                document.text("seq"), document.committedBefore())
                                        ? stampAgain(event, document)
                                        : Mono.just(WriteOutcome.REFUSED))
                // Its 90 days are just over; the attempt's bound ends this.
                .switchIfEmpty(Mono.defer(() -> attempt(event)));
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

    /** The event's first place; readers may be on their way from it. */
    static String firstStamp(Document event) {
        return event.textIfAny("firstSeq").orElseGet(() -> event.text("seq"));
    }

    /** The partition key of one event. */
    static PartitionKey key(EventKey key) {
        return new PartitionKeyBuilder().add(key.resource()).add(key.document()).build();
    }
}
