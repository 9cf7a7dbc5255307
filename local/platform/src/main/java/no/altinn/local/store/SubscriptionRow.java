package no.altinn.local.store;

import no.altinn.events.filter.FilterList;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.ServingJson;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.TextBound;
import no.altinn.events.subscription.ValidationState;
import no.altinn.platform.json.Json;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** A subscription's row, and how a validation's state is spread over its columns. */
final class SubscriptionRow {
    private SubscriptionRow() {}

    static Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                row.getInt("id"),
                Optional.of(row.getString("end_point"))
                        .filter(text -> !text.isEmpty())
                        .map(TextBound.END_POINT::cutUri),
                filters(row),
                row.getString("consumer"),
                Nanos.toInstant(row.getLong("created")),
                validation(row),
                ServingJson.read(Json.parse(row.getString("serving"))));
    }

    private static Filters filters(ResultSet row) throws SQLException {
        Filters.Builder filters =
                Filters.onResource(row.getString("resource"))
                        .includeSubunits(row.getBoolean("include_subunits"));
        Optional.ofNullable(row.getString("source"))
                .map(TextBound.FILTER::cutUri)
                .ifPresent(filters::source);
        filter(row, "subject").ifPresent(filters::subject);
        filter(row, "alternative_subject").ifPresent(filters::alternativeSubject);
        filter(row, "type").ifPresent(filters::type);
        Optional.ofNullable(row.getString("filters"))
                .map(FilterList::stored)
                .ifPresent(filters::conditions);
        return filters.build();
    }

    private static Optional<String> filter(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(TextBound.FILTER::cut);
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

    /**
     * The columns that hold a validation's state.
     *
     * @param at nanoseconds since 1970
     */
    record StateColumns(String validation, Optional<Integer> attempt, Optional<Long> at) {
        private static final ValidationState.Visitor<StateColumns> OF =
                new ValidationState.Visitor<>() {
                    @Override
                    public StateColumns pending(ValidationState.Pending pending) {
                        return new StateColumns(
                                "pending",
                                Optional.of(pending.attempt()),
                                Optional.of(Nanos.of(pending.at())));
                    }

                    @Override
                    public StateColumns validated(ValidationState.Validated validated) {
                        return ended("validated");
                    }

                    @Override
                    public StateColumns failed(ValidationState.Failed failed) {
                        return ended("failed");
                    }

                    private StateColumns ended(String validation) {
                        return new StateColumns(validation, Optional.empty(), Optional.empty());
                    }
                };

        static StateColumns of(ValidationState state) {
            return state.accept(OF);
        }
    }
}
