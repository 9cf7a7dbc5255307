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
import no.altinn.platform.azure.cosmos.Attempts;
import no.altinn.platform.azure.cosmos.Consistency;
import no.altinn.platform.azure.cosmos.Item;
import no.altinn.platform.azure.cosmos.Items;
import no.altinn.platform.json.Json;

import java.util.List;
import java.util.UUID;

/**
 * The delivery log in Cosmos DB. An entry's id is made before it is written, so that an attempt in
 * doubt and the next one are the same entry. Thread-safe.
 */
final class CosmosDeliveryLog implements DeliveryLog {
    private final Items items;
    private final Attempts writing;

    CosmosDeliveryLog(Items items, Attempts writing) {
        this.items = items;
        this.writing = writing;
    }

    @Override
    public void append(LogEntry entry) {
        String id = UUID.randomUUID().toString();
        PartitionKey key = new PartitionKeyBuilder().add(entry.subscriptionId()).add(id).build();
        items.await(writing.of(() -> items.create(write(id, entry), key)));
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
        return items.awaitAll(
                items.query(Consistency.STRONG, sql, key, limit), CosmosDeliveryLog::read);
    }

    private static LogEntry read(Item item) {
        return new LogEntry(
                Activity.valueOf(item.text("activity")),
                item.instant("time"),
                item.text("eventId"),
                item.text("resource"),
                item.text("type"),
                item.number("subscriptionId"),
                item.text("consumer"),
                item.text("endPoint"),
                item.number("status"));
    }
}
