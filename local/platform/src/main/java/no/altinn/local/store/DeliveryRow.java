package no.altinn.local.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.AttemptJson;
import no.altinn.events.delivery.CancelReason;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.Round;
import no.altinn.events.delivery.Trigger;
import no.altinn.events.event.EventKey;
import no.altinn.platform.json.Json;
import no.altinn.platform.json.TypedMembers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A delivery's row, and how its state and its attempts are kept in columns. */
final class DeliveryRow {
    /** Subscriptions are found by their ids, so no delivery needs to keep a fingerprint. */
    private static final String NO_FINGERPRINT = "";

    private DeliveryRow() {}

    static Delivery read(ResultSet row) throws SQLException {
        Instant created = Nanos.toInstant(row.getLong("created"));
        long permitted = row.getLong("permitted");
        boolean isPermittedAtFirst = row.wasNull();
        return new Delivery(
                new DeliveryKey(row.getInt("subscription_id"), row.getString("id")),
                new EventKey(row.getString("resource"), row.getString("document")),
                row.getString("event_id"),
                row.getString("type"),
                NO_FINGERPRINT,
                created,
                state(row),
                new Round(row.getInt("round"), row.getInt("round_before")),
                row.getString("job"),
                isPermittedAtFirst ? created : Nanos.toInstant(permitted),
                attempts(row.getString("attempts")));
    }

    private static DeliveryState state(ResultSet row) throws SQLException {
        String status = row.getString("status");
        Instant at = Nanos.toInstant(row.getLong("at"));
        int attempt = row.getInt("attempt");
        Optional<String> detail = Optional.ofNullable(row.getString("detail"));
        return switch (DeliveryStatus.of(status)
                .orElseThrow(() -> new SQLException("Unknown status " + status))) {
            case DUE ->
                    new DeliveryState.Due(
                            attempt, at, detail.map(Trigger::of).orElse(Trigger.SCHEDULE));
            case HELD -> new DeliveryState.Held(attempt, at);
            case READY -> new DeliveryState.Ready(attempt, at);
            case LOCKED -> new DeliveryState.Locked(attempt, at, detail.orElseThrow());
            case DELIVERED -> new DeliveryState.Delivered(at);
            case DEAD -> new DeliveryState.Dead(at);
            case CANCELLED ->
                    new DeliveryState.Cancelled(
                            at, detail.map(CancelReason::of).orElse(CancelReason.REMOVED));
        };
    }

    /**
     * The columns that hold a state.
     *
     * @param at nanoseconds since 1970
     * @param detail an attempt's trigger unless the schedule demands it, a lock's token, or why the
     *     delivery was cancelled
     */
    record StateColumns(
            String status, Optional<Integer> attempt, long at, Optional<String> detail) {
        private static final DeliveryState.Visitor<StateColumns> OF =
                new DeliveryState.Visitor<>() {
                    @Override
                    public StateColumns due(DeliveryState.Due due) {
                        return waiting(
                                due,
                                due.attempt(),
                                Optional.of(due.trigger())
                                        .filter(trigger -> trigger != Trigger.SCHEDULE)
                                        .map(Trigger::label));
                    }

                    @Override
                    public StateColumns held(DeliveryState.Held held) {
                        return waiting(held, held.attempt(), Optional.empty());
                    }

                    @Override
                    public StateColumns ready(DeliveryState.Ready ready) {
                        return waiting(ready, ready.attempt(), Optional.empty());
                    }

                    @Override
                    public StateColumns locked(DeliveryState.Locked locked) {
                        return waiting(locked, locked.attempt(), Optional.of(locked.token()));
                    }

                    @Override
                    public StateColumns delivered(DeliveryState.Delivered delivered) {
                        return ended(delivered, Optional.empty());
                    }

                    @Override
                    public StateColumns dead(DeliveryState.Dead dead) {
                        return ended(dead, Optional.empty());
                    }

                    @Override
                    public StateColumns cancelled(DeliveryState.Cancelled cancelled) {
                        return ended(cancelled, Optional.of(cancelled.reason().label()));
                    }

                    private StateColumns waiting(
                            DeliveryState state, int attempt, Optional<String> detail) {
                        return new StateColumns(
                                state.status().label(),
                                Optional.of(attempt),
                                Nanos.of(state.at()),
                                detail);
                    }

                    private StateColumns ended(DeliveryState state, Optional<String> detail) {
                        return new StateColumns(
                                state.status().label(),
                                Optional.empty(),
                                Nanos.of(state.at()),
                                detail);
                    }
                };

        static StateColumns of(DeliveryState state) {
            return state.accept(OF);
        }

        /** The columns' values in their order. */
        List<Object> values() {
            return List.of(status, attempt, at, detail);
        }
    }

    /** The column {@code attempts}: a JSON array. */
    static String json(List<Attempt> attempts) {
        return attempts.stream().map(DeliveryRow::json).collect(Collectors.joining(",", "[", "]"));
    }

    /** One item of that array. */
    static String json(Attempt attempt) {
        ObjectNode json =
                Json.object()
                        .put("number", attempt.number())
                        .put("at", Nanos.of(attempt.at()))
                        .put("duration", attempt.duration().toNanos())
                        .put("status", attempt.status())
                        .put("reason", attempt.reason());
        return AttemptJson.complete(json, attempt).toString();
    }

    private static List<Attempt> attempts(String json) {
        return StreamSupport.stream(Json.parse(json).spliterator(), false)
                .map(DeliveryRow::attempt)
                .toList();
    }

    private static Attempt attempt(JsonNode json) {
        TypedMembers item = TypedMembers.of(json, IllegalStateException::new);
        return new Attempt(
                item.number("number"),
                Nanos.toInstant(item.longNumber("at")),
                Duration.ofNanos(item.longNumber("duration")),
                item.number("status"),
                item.text("reason"),
                AttemptJson.trigger(json),
                AttemptJson.errorKind(json),
                AttemptJson.response(json));
    }
}
