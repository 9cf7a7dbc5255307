package no.altinn.local.store;

import com.fasterxml.jackson.databind.JsonNode;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryState;
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
        return new Delivery(
                new DeliveryKey(row.getInt("subscription_id"), row.getString("id")),
                new EventKey(row.getString("resource"), row.getString("document")),
                row.getString("event_id"),
                NO_FINGERPRINT,
                Nanos.toInstant(row.getLong("created")),
                state(row),
                attempts(row.getString("attempts")));
    }

    private static DeliveryState state(ResultSet row) throws SQLException {
        String status = row.getString("status");
        Instant at = Nanos.toInstant(row.getLong("at"));
        return switch (status) {
            case "due" -> new DeliveryState.Due(row.getInt("attempt"), at);
            case "delivered" -> new DeliveryState.Delivered(at);
            case "dead" -> new DeliveryState.Dead(at);
            case "cancelled" -> new DeliveryState.Cancelled(at);
            default -> throw new SQLException("Unknown status " + status);
        };
    }

    /**
     * The columns that hold a state.
     *
     * @param at nanoseconds since 1970
     */
    record StateColumns(String status, Optional<Integer> attempt, long at) {
        private static final DeliveryState.Visitor<StateColumns> OF =
                new DeliveryState.Visitor<>() {
                    @Override
                    public StateColumns due(DeliveryState.Due due) {
                        return new StateColumns(
                                "due", Optional.of(due.attempt()), Nanos.of(due.at()));
                    }

                    @Override
                    public StateColumns delivered(DeliveryState.Delivered delivered) {
                        return ended("delivered", delivered.at());
                    }

                    @Override
                    public StateColumns dead(DeliveryState.Dead dead) {
                        return ended("dead", dead.at());
                    }

                    @Override
                    public StateColumns cancelled(DeliveryState.Cancelled cancelled) {
                        return ended("cancelled", cancelled.at());
                    }

                    private StateColumns ended(String status, Instant at) {
                        return new StateColumns(status, Optional.empty(), Nanos.of(at));
                    }
                };

        static StateColumns of(DeliveryState state) {
            return state.accept(OF);
        }
    }

    /** The column {@code attempts}: a JSON array. */
    static String json(List<Attempt> attempts) {
        return attempts.stream().map(DeliveryRow::json).collect(Collectors.joining(",", "[", "]"));
    }

    /** One item of that array. */
    static String json(Attempt attempt) {
        return Json.object()
                .put("number", attempt.number())
                .put("at", Nanos.of(attempt.at()))
                .put("duration", attempt.duration().toNanos())
                .put("status", attempt.status())
                .put("reason", attempt.reason())
                .toString();
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
                item.text("reason"));
    }
}
