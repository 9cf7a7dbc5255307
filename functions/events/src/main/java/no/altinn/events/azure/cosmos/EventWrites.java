package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.event.Event;
import no.altinn.events.event.EventKey;
import no.altinn.events.store.EventDocument;
import no.altinn.events.store.EventTooLarge;
import no.altinn.platform.http.Json;

import reactor.core.publisher.Mono;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes events, each with a stamp that no reader has come past. An attempt that was given up may
 * still be carried out; the document's id keeps a later one from storing the event twice, and an
 * event that was found to be stored with a stamp too old is stamped again. Thread-safe.
 */
final class EventWrites {
    private final Items items;
    private final Sequence sequence;
    private final Attempts attempts;

    EventWrites(Items items, Sequence sequence, Attempts attempts) {
        this.items = items;
        this.sequence = sequence;
        this.attempts = attempts;
    }

    /** Stores the event unless it is there. */
    Mono<Outcome> append(Event event) {
        return Mono.defer(
                        () -> {
                            Set<String> ours = ConcurrentHashMap.newKeySet();
                            return attempts.of(doubtful -> attempt(event, ours, doubtful));
                        })
                .onErrorMap(EventWrites::isTooLarge, EventTooLarge::new);
    }

    private static boolean isTooLarge(Throwable failure) {
        return new Failure(failure).isTooLarge();
    }

    private Mono<Outcome> attempt(Event event, Set<String> ours, boolean doubtful) {
        String stamp = stamp(ours);
        ObjectNode document = (ObjectNode) Json.parse(new EventDocument(event, stamp).toJson());
        return items.create(document, key(event.key()))
                .flatMap(
                        outcome ->
                                outcome == Outcome.REFUSED && doubtful
                                        ? confirm(event.key(), ours)
                                        : Mono.just(outcome));
    }

    /** Looks at what an attempt before may have stored, and when. */
    private Mono<Outcome> confirm(EventKey key, Set<String> ours) {
        return items.read(Consistency.STRONG, key.document(), key(key))
                .flatMap(
                        item -> {
                            String stored = item.text("seq");
                            return !ours.contains(stored) || sequence.isFresh(stored)
                                    ? Mono.just(Outcome.REFUSED)
                                    : stampAgain(key, item, ours);
                        });
    }

    private Mono<Outcome> stampAgain(EventKey key, Item stored, Set<String> ours) {
        CosmosPatchOperations change = CosmosPatchOperations.create().set("/seq", stamp(ours));
        return items.patch(stored, key(key), change)
                .flatMap(
                        outcome ->
                                outcome == Outcome.REFUSED
                                        ? confirm(key, ours)
                                        : Mono.just(outcome));
    }

    private String stamp(Set<String> ours) {
        String stamp = sequence.next();
        ours.add(stamp);
        return stamp;
    }

    /** The partition key of one event. */
    static PartitionKey key(EventKey key) {
        return new PartitionKeyBuilder().add(key.resource()).add(key.document()).build();
    }
}
