package no.altinn.events.azure.cosmos;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.feed.EventDocument;
import no.altinn.platform.azure.cosmos.Item;
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
        ObjectNode members = Json.object().put("status", status(state));
        if (state instanceof Due due) {
            return members.put("attempt", due.attempt())
                    .put("dueAt", EventDocument.time(due.at()))
                    .putNull("endedAt");
        }
        return members.putNull("attempt")
                .putNull("dueAt")
                .put("endedAt", EventDocument.time(endedAt(state)));
    }

    static DeliveryState read(Item item) {
        String status = item.text("status");
        return switch (status) {
            case DUE -> new Due(item.number("attempt"), item.instant("dueAt"));
            case DELIVERED -> new Delivered(item.instant("endedAt"));
            case DEAD -> new Dead(item.instant("endedAt"));
            case CANCELLED -> new Cancelled(item.instant("endedAt"));
            default -> throw new IllegalStateException("Unknown status " + status);
        };
    }

    /** The condition that a delivery is in this very state. */
    static String areOf(DeliveryState state) {
        return state instanceof Due due
                ? "%s AND c.dueAt = '%s'"
                        .formatted(areDueFor(due.attempt()), EventDocument.time(due.at()))
                : "FROM c WHERE c.status = '%s' AND c.endedAt = '%s'"
                        .formatted(status(state), EventDocument.time(endedAt(state)));
    }

    /** The condition that a delivery waits for this attempt. */
    static String areDueFor(int attempt) {
        return "FROM c WHERE c.status = '%s' AND c.attempt = %d".formatted(DUE, attempt);
    }

    private static String status(DeliveryState state) {
        if (state instanceof Due) {
            return DUE;
        }
        if (state instanceof Delivered) {
            return DELIVERED;
        }
        return state instanceof Dead ? DEAD : CANCELLED;
    }

    private static Instant endedAt(DeliveryState state) {
        if (state instanceof Delivered delivered) {
            return delivered.at();
        }
        return state instanceof Dead dead ? dead.at() : ((Cancelled) state).at();
    }
}
