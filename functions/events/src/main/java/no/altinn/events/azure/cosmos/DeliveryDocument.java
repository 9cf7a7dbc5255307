package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.event.EventKey;
import no.altinn.events.feed.EventDocument;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.json.Json;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A delivery as a document. Its state is spread over four members, so that queries and conditions
 * can name them: {@code status}; {@code attempt} and {@code dueAt}, null unless an attempt is due;
 * {@code endedAt}, null unless none is. {@code subscription} is the id of the subscription's
 * document, which documents of earlier releases do not have.
 */
final class DeliveryDocument {
    private DeliveryDocument() {}

    static ObjectNode write(Delivery delivery) {
        ObjectNode json =
                Json.object()
                        .put("id", delivery.key().id())
                        .put("subscriptionId", delivery.key().subscriptionId())
                        .put("resource", delivery.event().resource())
                        .put("document", delivery.event().document())
                        .put("eventId", delivery.eventId())
                        .put("subscription", delivery.fingerprint())
                        .put("time", EventDocument.time(delivery.created()));
        json.setAll(DeliveryStateMembers.of(delivery.state()));
        ArrayNode attempts = json.putArray("attempts");
        delivery.attempts().forEach(attempt -> attempts.add(write(attempt)));
        return json;
    }

    private static ObjectNode write(Attempt attempt) {
        return Json.object()
                .put("number", attempt.number())
                .put("at", EventDocument.time(attempt.at()))
                .put("duration", attempt.duration().toNanos())
                .put("status", attempt.status())
                .put("reason", attempt.reason());
    }

    static Delivery read(Document document) {
        return new Delivery(
                new DeliveryKey(document.number("subscriptionId"), document.id()),
                new EventKey(document.text("resource"), document.text("document")),
                document.text("eventId"),
                document.textIfAny("subscription").orElse(""),
                document.instant("time"),
                DeliveryStateMembers.read(document),
                attempts(document.json().path("attempts")));
    }

    private static List<Attempt> attempts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(Document::new)
                .map(DeliveryDocument::attempt)
                .toList();
    }

    private static Attempt attempt(Document document) {
        return new Attempt(
                document.number("number"),
                document.instant("at"),
                Duration.ofNanos(document.json().path("duration").longValue()),
                document.number("status"),
                document.text("reason"));
    }

    /** The partition key of a delivery. */
    static PartitionKey key(DeliveryKey delivery) {
        return new PartitionKeyBuilder().add(delivery.subscriptionId()).add(delivery.id()).build();
    }

    /** The prefix of the partition keys of all deliveries of a subscription. */
    static PartitionKey keys(int subscriptionId) {
        return new PartitionKeyBuilder().add(subscriptionId).build();
    }

    /** What adds an attempt, and nothing else. */
    static CosmosPatchOperations add(Attempt attempt) {
        return CosmosPatchOperations.create().add("/attempts/-", write(attempt));
    }

    /** What moves the document to another state, whichever it is in, with an attempt if any. */
    static CosmosPatchOperations move(DeliveryState to, Optional<Attempt> attempt) {
        CosmosPatchOperations changes =
                attempt.map(DeliveryDocument::add).orElseGet(CosmosPatchOperations::create);
        DeliveryStateMembers.of(to)
                .properties()
                .forEach(member -> changes.set("/" + member.getKey(), member.getValue()));
        return changes;
    }
}
