package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.signing.KeyRecord;
import no.altinn.events.signing.KeyRecords;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.platform.azure.cosmos.WriteOutcome;
import no.altinn.platform.json.Json;

import reactor.core.publisher.Mono;

import java.util.Optional;

/** What is kept about keys, in Cosmos DB: one document a record. Thread-safe. */
final class CosmosKeyRecords implements KeyRecords {
    private final Documents documents;
    private final RetryPolicy writing;

    CosmosKeyRecords(Documents documents, RetryPolicy writing) {
        this.documents = documents;
        this.writing = writing;
    }

    @Override
    public Optional<KeyRecord> find(String name) {
        return documents.await(read(name));
    }

    private Mono<KeyRecord> read(String name) {
        return RetryPolicy.OF_READS
                .call(() -> documents.read(Consistency.STRONG, name, new PartitionKey(name)))
                .map(CosmosKeyRecords::record);
    }

    private static KeyRecord record(Document document) {
        return new KeyRecord(document.id(), document.number("revision"), document.text("text"));
    }

    @Override
    public boolean write(KeyRecord next) {
        return documents
                .await(
                        writing.settled(
                                () -> next.revision() == 1 ? created(next) : replaced(next),
                                refusal -> isThere(next)))
                .filter(outcome -> outcome == WriteOutcome.DONE)
                .isPresent();
    }

    private Mono<WriteOutcome> created(KeyRecord first) {
        ObjectNode document =
                Json.object()
                        .put("id", first.name())
                        .put("revision", first.revision())
                        .put("text", first.text());
        return documents.create(document, new PartitionKey(first.name()));
    }

    private Mono<WriteOutcome> replaced(KeyRecord next) {
        CosmosPatchOperations changes =
                CosmosPatchOperations.create()
                        .set("/revision", next.revision())
                        .set("/text", next.text());
        return documents.patch(
                next.name(),
                new PartitionKey(next.name()),
                changes,
                "FROM c WHERE c.revision = " + (next.revision() - 1));
    }

    /** Whether a lost attempt has written it. */
    private Mono<Boolean> isThere(KeyRecord next) {
        return read(next.name()).map(next::equals).defaultIfEmpty(false);
    }

    @Override
    public void remove(String name) {
        documents.await(removed(name));
    }

    /** One that was written again in the meantime is removed too. */
    private Mono<WriteOutcome> removed(String name) {
        PartitionKey key = new PartitionKey(name);
        return RetryPolicy.OF_READS
                .call(() -> documents.read(Consistency.STRONG, name, key))
                .flatMap(found -> writing.call(() -> documents.delete(found, key)))
                .flatMap(
                        outcome ->
                                outcome == WriteOutcome.REFUSED
                                        ? removed(name)
                                        : Mono.just(outcome));
    }
}
