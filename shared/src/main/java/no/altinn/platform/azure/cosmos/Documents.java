package no.altinn.platform.azure.cosmos;

import com.azure.cosmos.CosmosAsyncContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosItemResponse;
import com.azure.cosmos.models.CosmosPatchItemRequestOptions;
import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.FeedResponse;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.SqlQuerySpec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The documents of one container. No call is made before its result is awaited. Thread-safe. */
public final class Documents {
    /**
     * How many physical partitions the SDK merges into one page. With fewer partitions there is one
     * page only, and none when a partition has failed.
     */
    private static final int PARTITIONS_AT_ONCE = 100;

    private final CosmosConnection connection;
    private final ContainerSchema schema;
    private final RequestCharges charges;

    public Documents(CosmosConnection connection, ContainerSchema schema, RequestCharges charges) {
        this.connection = connection;
        this.schema = schema;
        this.charges = charges;
    }

    /**
     * Waits for a result, if there is one.
     *
     * @throws no.altinn.platform.client.Unavailable if the account does not answer
     */
    public <T> Optional<T> await(Mono<T> result) {
        try {
            connection.open();
            return result.blockOptional();
        } catch (RuntimeException e) {
            throw new CosmosFailure(Exceptions.unwrap(e)).toPort();
        }
    }

    /**
     * Waits for every document that a query finds.
     *
     * @throws no.altinn.platform.client.Unavailable if the account does not answer
     */
    public <T> List<T> awaitAll(Flux<List<Document>> answers, Function<Document, T> read) {
        Mono<List<T>> all = answers.flatMapIterable(Function.identity()).map(read).collectList();
        return await(RetryPolicy.OF_READS.call(() -> all)).orElseThrow();
    }

    /** Adds a document; refused if there is a document with its id and key. */
    public Mono<WriteOutcome> create(ObjectNode document, PartitionKey key) {
        return outcome(
                "create",
                container -> container.createItem(document, key, new CosmosItemRequestOptions()));
    }

    /** Writes a document, whether there is one with its id and key or not. */
    public Mono<WriteOutcome> upsert(ObjectNode document, PartitionKey key) {
        return outcome(
                "upsert",
                container -> container.upsertItem(document, key, new CosmosItemRequestOptions()));
    }

    /**
     * Writes a document in the place of the one with its id and key, if that has not changed.
     *
     * @param etag of the document that is to be replaced, as it was read
     */
    public Mono<WriteOutcome> replace(ObjectNode document, PartitionKey key, String etag) {
        String id = document.path("id").asText();
        CosmosItemRequestOptions options = new CosmosItemRequestOptions().setIfMatchETag(etag);
        return outcome("replace", container -> container.replaceItem(document, id, key, options));
    }

    /** One document, from any replica that has it; empty only if there is no such document. */
    public Mono<Document> find(String id, PartitionKey key) {
        return read(Consistency.EVENTUAL, id, key).switchIfEmpty(read(Consistency.STRONG, id, key));
    }

    /** One document; empty if there is no such document, as far as the replica knows. */
    public Mono<Document> read(Consistency consistency, String id, PartitionKey key) {
        return charged(
                        "read",
                        container ->
                                container.readItem(id, key, consistency.ofRead(), ObjectNode.class))
                .map(answer -> new Document(answer.getItem()))
                .onErrorResume(CosmosException.class, Documents::orMissing);
    }

    /**
     * Changes a document if it meets a condition.
     *
     * @param condition of the form {@code FROM c WHERE …}; it takes no parameters
     */
    public Mono<WriteOutcome> patch(
            String id, PartitionKey key, CosmosPatchOperations changes, String condition) {
        return outcome("patch", container -> patch(container, id, key, changes, ifMet(condition)));
    }

    /** Changes a document if it has not changed since it was read. */
    public Mono<WriteOutcome> patch(
            Document document, PartitionKey key, CosmosPatchOperations changes) {
        CosmosPatchItemRequestOptions options = new CosmosPatchItemRequestOptions();
        options.setIfMatchETag(document.etag());
        return outcome(
                "patch", container -> patch(container, document.id(), key, changes, options));
    }

    /** Changes a document if it meets a condition; empty if it is missing or does not meet it. */
    public Mono<Document> patched(
            String id, PartitionKey key, CosmosPatchOperations changes, String condition) {
        CosmosPatchItemRequestOptions options = ifMet(condition);
        options.setContentResponseOnWriteEnabled(true);
        return charged("patch", container -> patch(container, id, key, changes, options))
                .map(answer -> new Document(answer.getItem()))
                .onErrorResume(CosmosException.class, Documents::orMissing);
    }

    private static Mono<CosmosItemResponse<ObjectNode>> patch(
            CosmosAsyncContainer container,
            String id,
            PartitionKey key,
            CosmosPatchOperations changes,
            CosmosPatchItemRequestOptions options) {
        return container.patchItem(id, key, changes, options, ObjectNode.class);
    }

    private static CosmosPatchItemRequestOptions ifMet(String condition) {
        return new CosmosPatchItemRequestOptions().setFilterPredicate(condition);
    }

    /** Removes a document if it has not changed since it was read. */
    public Mono<WriteOutcome> delete(Document document, PartitionKey key) {
        CosmosItemRequestOptions options =
                new CosmosItemRequestOptions().setIfMatchETag(document.etag());
        return outcome("delete", container -> container.deleteItem(document.id(), key, options));
    }

    /** The documents that a query finds within one partition key or a prefix of one. */
    public Flux<List<Document>> query(
            Consistency consistency, SqlQuerySpec query, PartitionKey key, int pageSize) {
        return query(query, consistency.ofQuery().setPartitionKey(key), pageSize);
    }

    /** The documents that a query finds in the whole container. */
    public Flux<List<Document>> query(Consistency consistency, SqlQuerySpec query, int pageSize) {
        return query(query, consistency.ofQuery(), pageSize);
    }

    private Flux<List<Document>> query(
            SqlQuerySpec query, CosmosQueryRequestOptions options, int pageSize) {
        Supplier<Flux<FeedResponse<JsonNode>>> pages =
                () ->
                        connection
                                .container(schema)
                                .queryItems(query, options, JsonNode.class)
                                .byPage(pageSize * PARTITIONS_AT_ONCE);
        return Flux.defer(pages)
                .doOnNext(page -> charges.record(schema, "query", page.getRequestCharge()))
                .doOnError(CosmosException.class, e -> charges.record(schema, "query", e))
                .map(page -> page.getResults().stream().map(Document::new).toList());
    }

    private <T> Mono<WriteOutcome> outcome(
            String operation, Function<CosmosAsyncContainer, Mono<CosmosItemResponse<T>>> call) {
        return charged(operation, call)
                .map(answer -> WriteOutcome.DONE)
                .onErrorResume(CosmosException.class, Documents::outcome);
    }

    private <T> Mono<CosmosItemResponse<T>> charged(
            String operation, Function<CosmosAsyncContainer, Mono<CosmosItemResponse<T>>> call) {
        return Mono.defer(() -> call.apply(connection.container(schema)))
                .doOnNext(answer -> charges.record(schema, operation, answer.getRequestCharge()))
                .doOnError(CosmosException.class, e -> charges.record(schema, operation, e));
    }

    private static Mono<WriteOutcome> outcome(CosmosException failure) {
        int status = failure.getStatusCode();
        if (status == 409 || status == 412) {
            return Mono.just(WriteOutcome.REFUSED);
        }
        return isMissing(failure) ? Mono.just(WriteOutcome.MISSING) : Mono.error(failure);
    }

    private static Mono<Document> orMissing(CosmosException failure) {
        boolean isRefused = failure.getStatusCode() == 412;
        return isRefused || isMissing(failure) ? Mono.empty() : Mono.error(failure);
    }

    // Another sub-status means a missing container, or a replica that lags behind.
    private static boolean isMissing(CosmosException failure) {
        return failure.getStatusCode() == 404 && failure.getSubStatusCode() == 0;
    }
}
