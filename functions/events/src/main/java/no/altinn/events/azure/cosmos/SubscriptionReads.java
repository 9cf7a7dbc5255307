package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;

import no.altinn.events.feed.EventDocument;
import no.altinn.events.subscription.Interest;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RetryPolicy;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads subscriptions: by their keys and for their resource in one partition, all others through
 * the index of all partitions. Every read sees the newest state. Thread-safe.
 */
final class SubscriptionReads {
    private static final int PAGE_SIZE = 1_000;

    private final Documents documents;

    SubscriptionReads(Documents subscriptions) {
        this.documents = subscriptions;
    }

    /** The document of a resource and a fingerprint; none if there is no such subscription. */
    Mono<Document> document(String resource, String fingerprint) {
        return RetryPolicy.OF_READS.call(
                () ->
                        documents.read(
                                Consistency.STRONG,
                                fingerprint,
                                SubscriptionDocument.key(resource)));
    }

    /**
     * The document of a key; none if there is no such subscription. A document never changes its
     * key, so a miss needs no search.
     */
    Mono<Document> document(SubscriptionKey key) {
        return key.fingerprint().isEmpty()
                ? document(key.id())
                : document(key.resource(), key.fingerprint())
                        .filter(document -> document.number("number") == key.id());
    }

    /** The document of a number; none if there is no such subscription. */
    Mono<Document> document(int id) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT * FROM c WHERE c.number = @id", new SqlParameter("@id", id));
        Mono<Document> first =
                documents
                        .query(Consistency.STRONG, sql, 1)
                        .flatMapIterable(Function.identity())
                        .next();
        return RetryPolicy.OF_READS.call(() -> first);
    }

    List<Subscription> ofConsumer(String consumer) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT * FROM c WHERE c.consumer = @consumer ORDER BY c.number",
                        new SqlParameter("@consumer", consumer));
        return all(sql, PAGE_SIZE);
    }

    /** A look-up in the index of each physical partition; no document is read. */
    int count(String consumer) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT VALUE COUNT(1) FROM c WHERE c.consumer = @consumer",
                        new SqlParameter("@consumer", consumer));
        return documents
                .awaitAll(
                        documents.query(Consistency.STRONG, sql, 1),
                        document -> document.json().intValue())
                .get(0);
    }

    List<Interest> validatedFor(String resource) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT * FROM c WHERE c.resourceFilter = @resource"
                                + " AND c.validation = 'validated' ORDER BY c.number",
                        new SqlParameter("@resource", resource));
        return documents
                .awaitAll(
                        documents.query(
                                Consistency.STRONG,
                                sql,
                                SubscriptionDocument.key(resource),
                                PAGE_SIZE),
                        document -> Interest.of(SubscriptionDocument.read(document), document.id()))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    List<Subscription> validationDueBefore(Instant instant, int limit) {
        SqlQuerySpec sql = OverdueQuery.before(instant, limit);
        return all(sql, limit);
    }

    List<Subscription> after(int id, int limit) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT TOP %d * FROM c WHERE c.number > @id ORDER BY c.number"
                                .formatted(limit),
                        new SqlParameter("@id", id));
        return all(sql, limit);
    }

    List<Subscription> probeDueBefore(Instant instant, int limit) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT TOP %d * FROM c WHERE c.probeAt < @instant ORDER BY c.probeAt"
                                .formatted(limit),
                        new SqlParameter("@instant", EventDocument.time(instant)));
        return all(sql, limit);
    }

    private List<Subscription> all(SqlQuerySpec sql, int pageSize) {
        return documents.awaitAll(
                documents.query(Consistency.STRONG, sql, pageSize), SubscriptionDocument::read);
    }
}
