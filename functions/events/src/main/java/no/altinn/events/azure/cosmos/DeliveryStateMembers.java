package no.altinn.events.azure.cosmos;

import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.delivery.CancelReason;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryState.Cancelled;
import no.altinn.events.delivery.DeliveryState.Dead;
import no.altinn.events.delivery.DeliveryState.Delivered;
import no.altinn.events.delivery.DeliveryState.Due;
import no.altinn.events.delivery.DeliveryState.Held;
import no.altinn.events.delivery.DeliveryState.Locked;
import no.altinn.events.delivery.DeliveryState.Ready;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.Trigger;
import no.altinn.events.feed.EventDocument;
import no.altinn.platform.azure.cosmos.Document;
import no.altinn.platform.json.Json;

/**
 * A delivery's state as members of its document; every state sets all of them. {@code dueAt} is
 * there while an attempt is due, since sweeps look for it; {@code waitsAt} in the other states that
 * an attempt may follow; {@code endedAt} in those that none follows. {@code detail} is an attempt's
 * trigger unless the schedule demands it, a lock's token, or why the delivery was cancelled. A
 * patch sets ten members at most.
 */
final class DeliveryStateMembers {
    private DeliveryStateMembers() {}

    static ObjectNode of(DeliveryState state) {
        return state.accept(new Members());
    }

    static DeliveryState read(Document document) {
        String status = document.text("status");
        return switch (DeliveryStatus.of(status).orElseThrow(() -> unknown(status))) {
            case DUE ->
                    new Due(
                            document.number("attempt"),
                            document.instant("dueAt"),
                            document.textIfAny("detail").map(Trigger::of).orElse(Trigger.SCHEDULE));
            case HELD -> new Held(document.number("attempt"), document.instant("waitsAt"));
            case READY -> new Ready(document.number("attempt"), document.instant("waitsAt"));
            case LOCKED ->
                    new Locked(
                            document.number("attempt"),
                            document.instant("waitsAt"),
                            document.text("detail"));
            case DELIVERED -> new Delivered(document.instant("endedAt"));
            case DEAD -> new Dead(document.instant("endedAt"));
            case CANCELLED ->
                    new Cancelled(
                            document.instant("endedAt"),
                            document.textIfAny("detail")
                                    .map(CancelReason::of)
                                    .orElse(CancelReason.REMOVED));
        };
    }

    private static IllegalStateException unknown(String status) {
        return new IllegalStateException("Unknown status " + status);
    }

    /** The condition that a delivery is in this very state. */
    static String areOf(DeliveryState state) {
        return state.accept(new Matching());
    }

    /** The condition that a delivery waits for this attempt. */
    static String areDueFor(int attempt) {
        return are(DeliveryStatus.DUE) + " AND c.attempt = " + attempt;
    }

    private static String are(DeliveryStatus status) {
        return "FROM c WHERE c.status = '%s'".formatted(status.label());
    }

    private static final class Members implements DeliveryState.Visitor<ObjectNode> {
        private static ObjectNode members(DeliveryState state) {
            return Json.object()
                    .put("status", state.status().label())
                    .putNull("attempt")
                    .putNull("dueAt")
                    .putNull("waitsAt")
                    .putNull("endedAt")
                    .putNull("detail");
        }

        private static String time(DeliveryState state) {
            return EventDocument.time(state.at());
        }

        @Override
        public ObjectNode due(Due state) {
            ObjectNode members =
                    members(state).put("attempt", state.attempt()).put("dueAt", time(state));
            return state.trigger() == Trigger.SCHEDULE
                    ? members
                    : members.put("detail", state.trigger().label());
        }

        @Override
        public ObjectNode held(Held state) {
            return members(state).put("attempt", state.attempt()).put("waitsAt", time(state));
        }

        @Override
        public ObjectNode ready(Ready state) {
            return members(state).put("attempt", state.attempt()).put("waitsAt", time(state));
        }

        @Override
        public ObjectNode locked(Locked state) {
            return members(state)
                    .put("attempt", state.attempt())
                    .put("waitsAt", time(state))
                    .put("detail", state.token());
        }

        @Override
        public ObjectNode delivered(Delivered state) {
            return members(state).put("endedAt", time(state));
        }

        @Override
        public ObjectNode dead(Dead state) {
            return members(state).put("endedAt", time(state));
        }

        @Override
        public ObjectNode cancelled(Cancelled state) {
            return members(state).put("endedAt", time(state)).put("detail", state.reason().label());
        }
    }

    private static final class Matching implements DeliveryState.Visitor<String> {
        private static String waiting(DeliveryState state, int attempt, String member) {
            return "%s AND c.attempt = %d AND c.%s = '%s'"
                    .formatted(
                            are(state.status()), attempt, member, EventDocument.time(state.at()));
        }

        private static String ended(DeliveryState state) {
            return "%s AND c.endedAt = '%s'"
                    .formatted(are(state.status()), EventDocument.time(state.at()));
        }

        @Override
        public String due(Due state) {
            return waiting(state, state.attempt(), "dueAt");
        }

        @Override
        public String held(Held state) {
            return waiting(state, state.attempt(), "waitsAt");
        }

        @Override
        public String ready(Ready state) {
            return waiting(state, state.attempt(), "waitsAt");
        }

        @Override
        public String locked(Locked state) {
            return waiting(state, state.attempt(), "waitsAt")
                    + " AND c.detail = '%s'".formatted(state.token());
        }

        @Override
        public String delivered(Delivered state) {
            return ended(state);
        }

        @Override
        public String dead(Dead state) {
            return ended(state);
        }

        @Override
        public String cancelled(Cancelled state) {
            return ended(state);
        }
    }
}
