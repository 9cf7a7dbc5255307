package no.altinn.events.azure.cosmos;

import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.AttemptJson;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.Round;
import no.altinn.events.event.EventKey;
import no.altinn.events.feed.EventDocument;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.json.Json;

import java.time.Duration;
import java.time.Instant;
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
                        .put("type", delivery.type())
                        .put("subscription", delivery.fingerprint())
                        .put("time", EventDocument.time(delivery.created()));
        // What is as at the beginning is left out: a document is paid for by its size.
        DeliveryStateMembers.of(delivery.state()).properties().stream()
                .filter(member -> !member.getValue().isNull())
                .forEach(member -> json.set(member.getKey(), member.getValue()));
        if (!delivery.round().equals(Round.FIRST)
                || !delivery.job().isEmpty()
                || !delivery.permittedAt().equals(delivery.created())) {
            json.setAll(course(delivery));
        }
        ArrayNode attempts = json.putArray("attempts");
        delivery.attempts().forEach(attempt -> attempts.add(write(attempt)));
        return json;
    }

    /** What a change sets besides the state. */
    private static ObjectNode course(Delivery delivery) {
        ObjectNode course =
                Json.object()
                        .put("job", delivery.job())
                        .put("permittedAt", EventDocument.time(delivery.permittedAt()));
        course.putObject("round")
                .put("number", delivery.round().number())
                .put("before", delivery.round().before());
        return course;
    }

    private static ObjectNode write(Attempt attempt) {
        ObjectNode json =
                Json.object()
                        .put("number", attempt.number())
                        .put("at", EventDocument.time(attempt.at()))
                        .put("duration", attempt.duration().toNanos())
                        .put("status", attempt.status())
                        .put("reason", attempt.reason());
        return AttemptJson.complete(json, attempt);
    }

    static Delivery read(Document document) {
        return new Delivery(
                new DeliveryKey(document.number("subscriptionId"), document.id()),
                new EventKey(document.text("resource"), document.text("document")),
                document.text("eventId"),
                document.textIfAny("type").orElse(""),
                document.textIfAny("subscription").orElse(""),
                document.instant("time"),
                DeliveryStateMembers.read(document),
                round(document.json().path("round")),
                document.textIfAny("job").orElse(""),
                document.textIfAny("permittedAt")
                        .map(Instant::parse)
                        .orElseGet(() -> document.instant("time")),
                attempts(document.json().path("attempts")));
    }

    private static Round round(JsonNode json) {
        return new Round(json.path("number").intValue(), json.path("before").intValue());
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
                document.text("reason"),
                AttemptJson.trigger(document.json()),
                AttemptJson.errorKind(document.json()),
                AttemptJson.response(document.json()));
    }

    /** The partition key of a delivery. */
    static PartitionKey key(DeliveryKey delivery) {
        return new PartitionKeyBuilder().add(delivery.subscriptionId()).add(delivery.id()).build();
    }

    /** The prefix of the partition keys of all deliveries of a subscription. */
    static PartitionKey keys(int subscriptionId) {
        return new PartitionKeyBuilder().add(subscriptionId).build();
    }

    /** What adds an attempt, and erases the answer that it makes one too many. */
    static CosmosPatchOperations add(Attempt attempt) {
        CosmosPatchOperations changes =
                CosmosPatchOperations.create().add("/attempts/-", write(attempt));
        attempt.oneTooMany()
                .ifPresent(
                        place ->
                                changes.set(
                                        "/attempts/%d/response".formatted(place),
                                        NullNode.instance));
        return changes;
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

    /** What changes everything of a delivery but its attempts. */
    static CosmosPatchOperations change(Delivery to) {
        CosmosPatchOperations changes = move(to.state(), Optional.empty());
        course(to)
                .properties()
                .forEach(member -> changes.set("/" + member.getKey(), member.getValue()));
        return changes;
    }

    /** What erases the answers that a delivery's attempts keep; empty if they keep none. */
    static Optional<CosmosPatchOperations> eraseResponses(Delivery delivery) {
        if (delivery.attempts().stream().allMatch(attempt -> attempt.response().isEmpty())) {
            return Optional.empty();
        }
        ArrayNode attempts = Json.object().putArray("attempts");
        delivery.attempts().forEach(one -> attempts.add(write(one.withoutResponse())));
        return Optional.of(CosmosPatchOperations.create().set("/attempts", attempts));
    }
}
