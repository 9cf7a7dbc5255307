package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;
import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import no.altinn.events.feed.EventDocument;
import no.altinn.events.job.Job;
import no.altinn.events.job.JobJson;
import no.altinn.events.job.JobKey;
import no.altinn.events.job.JobStatus;
import no.altinn.events.job.JobStore;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.platform.azure.cosmos.WriteOutcome;
import no.altinn.platform.json.Json;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Jobs in Cosmos DB. What queries name stands beside the job itself: {@code status}, {@code time}
 * and {@code dueAt}; conditions name {@code version}. Thread-safe.
 */
final class CosmosJobStore implements JobStore {
    /** More jobs than can run at once: one of each that does not exclude the others. */
    private static final int MOST_RUNNING = 10;

    private final Documents documents;
    private final RetryPolicy writing;

    CosmosJobStore(Documents documents, RetryPolicy writing) {
        this.documents = documents;
        this.writing = writing;
    }

    /**
     * {@inheritDoc}
     *
     * <p>No transaction spans two documents. So the job is written first, and withdrawn if another
     * is found then: of two jobs that are added at once, each may find the other, but never
     * neither.
     */
    @Override
    public boolean add(Job job) {
        if (isExcluded(job)) {
            return false;
        }
        documents.await(
                writing.settled(
                        () -> documents.create(write(job), key(job.key())),
                        refusal -> isStored(job)));
        if (isExcluded(job)) {
            documents.await(withdrawn(job));
            return false;
        }
        return true;
    }

    private boolean isExcluded(Job job) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT TOP %d * FROM c WHERE c.subscriptionId = @subscription AND c.status"
                                        .formatted(MOST_RUNNING)
                                + " = @status",
                        List.of(
                                new SqlParameter("@subscription", job.key().subscriptionId()),
                                new SqlParameter("@status", JobStatus.RUNNING.label())));
        return found(sql, job.key().subscriptionId(), MOST_RUNNING).stream()
                .filter(other -> !other.key().equals(job.key()))
                .anyMatch(other -> other.task().kind().excludes(job.task().kind()));
    }

    private Mono<WriteOutcome> withdrawn(Job job) {
        return writing.call(
                () ->
                        document(job.key())
                                .flatMap(found -> documents.delete(found, key(job.key()))));
    }

    private Mono<Document> document(JobKey key) {
        return documents.read(Consistency.STRONG, key.id(), key(key));
    }

    private Mono<Boolean> isStored(Job job) {
        return document(job.key()).map(found -> read(found).equals(job)).defaultIfEmpty(false);
    }

    @Override
    public Optional<Job> find(JobKey key) {
        return documents
                .await(RetryPolicy.OF_READS.call(() -> document(key)))
                .map(CosmosJobStore::read);
    }

    @Override
    public List<Job> ofSubscription(int subscriptionId, int limit) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT TOP %d * FROM c WHERE c.subscriptionId = @subscription"
                                        .formatted(limit)
                                + " ORDER BY c.subscriptionId, c.time DESC",
                        new SqlParameter("@subscription", subscriptionId));
        return found(sql, subscriptionId, limit);
    }

    private List<Job> found(SqlQuerySpec sql, int subscriptionId, int limit) {
        PartitionKey key = new PartitionKeyBuilder().add(subscriptionId).build();
        return documents.awaitAll(
                documents.query(Consistency.STRONG, sql, key, limit), CosmosJobStore::read);
    }

    @Override
    public boolean change(Job before, Job after) {
        JobKey key = before.key();
        String condition = "FROM c WHERE c.version = %d".formatted(before.version());
        return documents
                        .await(
                                writing.settled(
                                        () ->
                                                documents.patch(
                                                        key.id(),
                                                        key(key),
                                                        changes(after),
                                                        condition),
                                        refusal -> isStored(after)))
                        .orElseThrow()
                == WriteOutcome.DONE;
    }

    @Override
    public List<Job> dueBefore(Instant instant, int limit) {
        SqlQuerySpec sql = OverdueQuery.before(instant, limit);
        return documents.awaitAll(
                documents.query(Consistency.STRONG, sql, limit), CosmosJobStore::read);
    }

    private static PartitionKey key(JobKey job) {
        return new PartitionKeyBuilder().add(job.subscriptionId()).add(job.id()).build();
    }

    private static ObjectNode write(Job job) {
        ObjectNode json =
                Json.object()
                        .put("id", job.key().id())
                        .put("subscriptionId", job.key().subscriptionId())
                        .put("status", job.status().label())
                        .put("time", EventDocument.time(job.created()))
                        .put("version", job.version());
        json.set("job", JobJson.write(job));
        job.due().ifPresent(due -> json.put("dueAt", EventDocument.time(due)));
        return json;
    }

    private static CosmosPatchOperations changes(Job after) {
        return CosmosPatchOperations.create()
                .set("/status", after.status().label())
                .set("/version", after.version())
                .set("/job", JobJson.write(after))
                .set(
                        "/dueAt",
                        after.due()
                                .map(EventDocument::time)
                                .<JsonNode>map(TextNode::valueOf)
                                .orElseGet(NullNode::getInstance));
    }

    private static Job read(Document document) {
        return JobJson.read(
                new JobKey(document.number("subscriptionId"), document.id()),
                document.json().path("job"));
    }
}
