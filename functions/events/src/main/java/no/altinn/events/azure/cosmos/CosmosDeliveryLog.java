package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;
import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.feed.EventDocument;
import no.altinn.events.log.Activity;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.log.LogEntry;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.azure.cosmos.Documents;
import no.altinn.platform.azure.cosmos.RetryPolicy;
import no.altinn.platform.json.Json;

import java.util.List;
import java.util.UUID;

/**
 * The delivery log in Cosmos DB. An entry's id is made before it is written, so that an attempt in
 * doubt and the next one are the same entry. Thread-safe.
 */
final class CosmosDeliveryLog implements DeliveryLog {
    private final Documents documents;
    private final RetryPolicy writing;

    CosmosDeliveryLog(Documents documents, RetryPolicy writing) {
        this.documents = documents;
        this.writing = writing;
    }

    @Override
    public void append(LogEntry entry) {
        String id = UUID.randomUUID().toString();
        PartitionKey key = new PartitionKeyBuilder().add(entry.subscriptionId()).add(id).build();
        documents.await(writing.call(() -> documents.create(write(id, entry), key)));
    }

    private static ObjectNode write(String id, LogEntry entry) {
        return Json.object()
                .put("id", id)
                .put("subscriptionId", entry.subscriptionId())
                .put("time", EventDocument.time(entry.time()))
                .put("activity", entry.activity().name())
                .put("eventId", entry.cloudEventId())
                .put("resource", entry.resource())
                .put("type", entry.type())
                .put("consumer", entry.consumer())
                .put("endPoint", entry.endpoint())
                .put("status", entry.status());
    }

    @Override
    public List<LogEntry> ofSubscription(int subscriptionId, int limit) {
        SqlQuerySpec sql =
                new SqlQuerySpec(
                        "SELECT TOP %d * FROM c WHERE c.subscriptionId = @subscription"
                                        .formatted(limit)
                                + " ORDER BY c.subscriptionId, c.time DESC",
                        new SqlParameter("@subscription", subscriptionId));
        PartitionKey key = new PartitionKeyBuilder().add(subscriptionId).build();
        return documents.awaitAll(
                documents.query(Consistency.STRONG, sql, key, limit), CosmosDeliveryLog::read);
    }

    private static LogEntry read(Document document) {
        return new LogEntry(
                Activity.valueOf(document.text("activity")),
                document.instant("time"),
                document.text("eventId"),
                document.text("resource"),
                document.text("type"),
                document.number("subscriptionId"),
                document.text("consumer"),
                document.text("endPoint"),
                document.number("status"));
    }
}
