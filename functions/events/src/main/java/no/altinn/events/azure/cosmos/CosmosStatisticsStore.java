package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;
import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.feed.EventDocument;
import no.altinn.events.statistics.Hour;
import no.altinn.events.statistics.StatisticsStore;
import no.altinn.events.statistics.TallyJson;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.platform.azure.cosmos.WriteOutcome;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Statistics in Cosmos DB, a document for each subscription and hour. The document names the last
 * addition, so that an addition whose answer was lost is made once. Thread-safe.
 */
final class CosmosStatisticsStore implements StatisticsStore {
    private static final int PAGE_SIZE = 1_000;

    private final Documents documents;
    private final RetryPolicy writing;

    CosmosStatisticsStore(Documents documents, RetryPolicy writing) {
        this.documents = documents;
        this.writing = writing;
    }

    @Override
    public void add(int subscriptionId, Hour attempts) {
        String addition = UUID.randomUUID().toString();
        documents.await(writing.call(() -> added(subscriptionId, attempts, addition)));
    }

    private Mono<WriteOutcome> added(int subscriptionId, Hour attempts, String addition) {
        String id = attempts.start().toString();
        PartitionKey key = new PartitionKeyBuilder().add(subscriptionId).add(id).build();
        ObjectNode first = document(subscriptionId, attempts, addition);
        return documents
                .read(Consistency.STRONG, id, key)
                .flatMap(stored -> added(stored, attempts, addition, key))
                .switchIfEmpty(Mono.defer(() -> documents.create(first, key)))
                .flatMap(
                        outcome ->
                                outcome == WriteOutcome.DONE
                                        ? Mono.just(outcome)
                                        : added(subscriptionId, attempts, addition));
    }

    private Mono<WriteOutcome> added(
            Document stored, Hour attempts, String addition, PartitionKey key) {
        if (stored.text("addition").equals(addition)) {
            return Mono.just(WriteOutcome.DONE);
        }
        Hour sum = new Hour(attempts.start(), hour(stored).tally().plus(attempts.tally()));
        return documents.replace(
                document(stored.number("subscriptionId"), sum, addition), key, stored.etag());
    }

    private static ObjectNode document(int subscriptionId, Hour hour, String addition) {
        return TallyJson.write(hour.tally())
                .put("id", hour.start().toString())
                .put("subscriptionId", subscriptionId)
                .put("hour", EventDocument.time(hour.start()))
                .put("addition", addition);
    }

    @Override
    public List<Hour> since(int subscriptionId, Instant from) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT * FROM c WHERE c.subscriptionId = @subscription"
                                + " AND c.hour >= @from ORDER BY c.hour",
                        new SqlParameter("@subscription", subscriptionId),
                        new SqlParameter("@from", EventDocument.time(from)));
        PartitionKey key = new PartitionKeyBuilder().add(subscriptionId).build();
        return documents.awaitAll(
                documents.query(Consistency.STRONG, sql, key, PAGE_SIZE),
                CosmosStatisticsStore::hour);
    }

    private static Hour hour(Document document) {
        return new Hour(document.instant("hour"), TallyJson.read(document.json()));
    }
}
