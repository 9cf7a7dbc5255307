package no.altinn.events.functions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.platform.json.Json;

import java.util.List;

/** Renders deliveries for their consumers; what is not known is left out. */
final class DeliveryJson {
    private DeliveryJson() {}

    /** One delivery with its attempts. */
    static String of(Delivery delivery) {
        ObjectNode json = summary(delivery);
        ArrayNode attempts = json.putArray("attempts");
        delivery.attempts().forEach(attempt -> attempts.add(attempt(attempt)));
        return json.toString();
    }

    /** Several without their attempts. */
    static String of(List<Delivery> deliveries) {
        ObjectNode list = Json.object();
        ArrayNode items = list.putArray("deliveries");
        deliveries.forEach(delivery -> items.add(summary(delivery)));
        return list.toString();
    }

    private static ObjectNode summary(Delivery delivery) {
        ObjectNode json =
                Json.object()
                        .put("id", delivery.key().id())
                        .put("eventId", delivery.eventId())
                        .put("type", delivery.type())
                        .put("resource", delivery.event().resource())
                        .put("created", delivery.created().toString())
                        .put("status", delivery.state().status().label());
        if (delivery.state() instanceof Cancelled cancelled) {
            json.put("reason", cancelled.reason().label());
        }
        int count = delivery.attempts().size();
        json.put("attemptCount", count);
        if (count > 0) {
            Attempt last = delivery.attempts().get(count - 1);
            if (last.status() > 0) {
                json.put("lastStatus", last.status());
            }
            last.errorKind().ifPresent(kind -> json.put("lastErrorKind", kind.label()));
        }
        if (delivery.state() instanceof Due due) {
            json.put("nextAttempt", due.at().toString());
        }
        return json;
    }

    private static ObjectNode attempt(Attempt attempt) {
        return outcome(attempt).put("trigger", attempt.trigger().label());
    }

    /** What a call of the endpoint came to. */
    static ObjectNode outcome(Attempt attempt) {
        ObjectNode json =
                Json.object()
                        .put("number", attempt.number())
                        .put("at", attempt.at().toString())
                        .put("durationMs", attempt.duration().toMillis());
        if (attempt.status() > 0) {
            json.put("status", attempt.status());
        }
        attempt.errorKind().ifPresent(kind -> json.put("errorKind", kind.label()));
        if (!attempt.reason().isEmpty()) {
            json.put("error", attempt.reason());
        }
        attempt.response()
                .ifPresent(
                        response ->
                                json.putObject("response")
                                        .put("contentType", response.contentType())
                                        .put("text", response.text())
                                        .put("truncated", response.truncated()));
        return json;
    }
}
