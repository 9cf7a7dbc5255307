package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.PartitionKey;

import no.altinn.events.delivery.RateLine;
import no.altinn.events.delivery.Rates;
import no.altinn.events.feed.EventDocument;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.platform.azure.cosmos.WriteOutcome;
import no.altinn.platform.client.Unavailable;
import no.altinn.platform.json.Json;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.time.Instant;

/** The next free turn of each line as a document in Cosmos DB. Thread-safe. */
final class CosmosRates implements Rates {
    /** How often turns are reserved again that another process took meanwhile. */
    private static final int TRIES = 20;

    private static final String NEXT = "next";

    private final Documents documents;
    private final RetryPolicy writing;

    CosmosRates(Documents documents, RetryPolicy writing) {
        this.documents = documents;
        this.writing = writing;
    }

    @Override
    public Instant reserve(RateLine line, Instant earliest, Duration each, int count) {
        return documents
                .await(reserved(id(line), earliest, each.multipliedBy(count), TRIES))
                .orElseThrow();
    }

    private static String id(RateLine line) {
        return line.subscriptionId() + (line.isCatchingUp() ? "-catching-up" : "");
    }

    /** A reservation whose answer was lost is made again; its turns are lost. */
    private Mono<Instant> reserved(String id, Instant earliest, Duration all, int tries) {
        return RetryPolicy.OF_READS
                .call(() -> documents.read(Consistency.STRONG, id, key(id)))
                .map(document -> moved(document, id, earliest, all))
                .defaultIfEmpty(begun(id, earliest, all))
                .flatMap(
                        reservation ->
                                writing.call(reservation::write)
                                        .flatMap(
                                                outcome ->
                                                        outcome == WriteOutcome.DONE
                                                                ? Mono.just(reservation.first())
                                                                : again(id, earliest, all, tries)));
    }

    /** Turns that are to be reserved by a write. */
    private record Reservation(Instant first, Mono<WriteOutcome> writing) {
        Mono<WriteOutcome> write() {
            return writing;
        }
    }

    private Reservation begun(String id, Instant earliest, Duration all) {
        return new Reservation(
                earliest,
                Mono.defer(
                        () ->
                                documents.create(
                                        Json.object()
                                                .put("id", id)
                                                .put(NEXT, EventDocument.time(earliest.plus(all))),
                                        key(id))));
    }

    private Reservation moved(Document document, String id, Instant earliest, Duration all) {
        Instant free = document.instant(NEXT);
        Instant first = free.isAfter(earliest) ? free : earliest;
        return new Reservation(
                first,
                Mono.defer(
                        () ->
                                documents.patch(
                                        document,
                                        key(id),
                                        CosmosPatchOperations.create()
                                                .set(
                                                        "/" + NEXT,
                                                        EventDocument.time(first.plus(all))))));
    }

    private Mono<Instant> again(String id, Instant earliest, Duration all, int tries) {
        return tries > 1
                ? reserved(id, earliest, all, tries - 1)
                : Mono.error(new Unavailable("Others reserve the turns of " + id));
    }

    private static PartitionKey key(String id) {
        return new PartitionKey(id);
    }
}
