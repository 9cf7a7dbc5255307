package no.altinn.local.store;

import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.ValidationState;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A subscription's row, and how a validation's state is spread over its columns. */
final class SubscriptionRow {
    private SubscriptionRow() {}

    static Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                row.getInt("id"),
                URI.create(row.getString("end_point")),
                filters(row),
                row.getString("consumer"),
                Nanos.toInstant(row.getLong("created")),
                validation(row));
    }

    private static Filters filters(ResultSet row) throws SQLException {
        Filters.Builder filters =
                Filters.onResource(row.getString("resource"))
                        .subject(row.getString("subject"))
                        .alternativeSubject(row.getString("alternative_subject"))
                        .type(row.getString("type"))
                        .includeSubunits(row.getBoolean("include_subunits"));
        Optional.ofNullable(row.getString("source")).map(URI::create).ifPresent(filters::source);
        return filters.build();
    }

    private static ValidationState validation(ResultSet row) throws SQLException {
        String validation = row.getString("validation");
        return switch (validation) {
            case "pending" ->
                    new ValidationState.Pending(
                            row.getInt("attempt"), Nanos.toInstant(row.getLong("at")));
            case "validated" -> new ValidationState.Validated();
            case "failed" -> new ValidationState.Failed();
            default -> throw new SQLException("Unknown validation " + validation);
        };
    }

    /** The column {@code validation}. */
    static String name(ValidationState state) {
        if (state instanceof ValidationState.Pending) {
            return "pending";
        }
        return state instanceof ValidationState.Validated ? "validated" : "failed";
    }

    /** The column {@code attempt}. */
    static Optional<Integer> attempt(ValidationState state) {
        return state instanceof ValidationState.Pending pending
                ? Optional.of(pending.attempt())
                : Optional.empty();
    }

    /** The column {@code at}. */
    static Optional<Long> at(ValidationState state) {
        return state instanceof ValidationState.Pending pending
                ? Optional.of(pending.at()).map(Nanos::of)
                : Optional.empty();
    }
}
