package no.altinn.events.azure.cosmos;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.feed.EventDocument;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.json.Json;

import java.time.Instant;

/** A delivery's state as members of its document; every state sets all of them. */
final class DeliveryStateMembers {
    private static final String DUE = "due";
    private static final String DELIVERED = "delivered";
    private static final String DEAD = "dead";
    private static final String CANCELLED = "cancelled";

    private DeliveryStateMembers() {}

    static ObjectNode of(DeliveryState state) {
        return state.accept(new Members());
    }

    static DeliveryState read(Document document) {
        String status = document.text("status");
        return switch (status) {
            case DUE -> new Due(document.number("attempt"), document.instant("dueAt"));
            case DELIVERED -> new Delivered(document.instant("endedAt"));
            case DEAD -> new Dead(document.instant("endedAt"));
            case CANCELLED -> new Cancelled(document.instant("endedAt"));
            default -> throw new IllegalStateException("Unknown status " + status);
        };
    }

    /** The condition that a delivery is in this very state. */
    static String areOf(DeliveryState state) {
        return state.accept(new Matching());
    }

    /** The condition that a delivery waits for this attempt. */
    static String areDueFor(int attempt) {
        return "FROM c WHERE c.status = '%s' AND c.attempt = %d".formatted(DUE, attempt);
    }

    /** What a reader does with a state after which no attempt is due is the same for each kind. */
    private abstract static class Reader<R> implements DeliveryState.Visitor<R> {
        abstract R ended(String status, String at);

        private R ended(String status, Instant at) {
            return ended(status, EventDocument.time(at));
        }

        @Override
        public final R delivered(Delivered state) {
            return ended(DELIVERED, state.at());
        }

        @Override
        public final R dead(Dead state) {
            return ended(DEAD, state.at());
        }

        @Override
        public final R cancelled(Cancelled state) {
            return ended(CANCELLED, state.at());
        }
    }

    private static final class Members extends Reader<ObjectNode> {
        @Override
        public ObjectNode due(Due state) {
            return Json.object()
                    .put("status", DUE)
                    .put("attempt", state.attempt())
                    .put("dueAt", EventDocument.time(state.at()))
                    .putNull("endedAt");
        }

        @Override
        ObjectNode ended(String status, String at) {
            return Json.object()
                    .put("status", status)
                    .putNull("attempt")
                    .putNull("dueAt")
                    .put("endedAt", at);
        }
    }

    private static final class Matching extends Reader<String> {
        @Override
        public String due(Due state) {
            return "%s AND c.dueAt = '%s'"
                    .formatted(areDueFor(state.attempt()), EventDocument.time(state.at()));
        }

        @Override
        String ended(String status, String at) {
            return "FROM c WHERE c.status = '%s' AND c.endedAt = '%s'".formatted(status, at);
        }
    }
}
