package no.altinn.local.store;

import no.altinn.events.filter.FilterList;
import no.altinn.events.subscription.Filters;
import no.altinn.events.subscription.Interest;
import no.altinn.events.subscription.NewSubscription;
import no.altinn.events.subscription.ServingJson;
import no.altinn.events.subscription.Subscription;
import no.altinn.events.subscription.SubscriptionKey;
import no.altinn.events.subscription.SubscriptionStore;
import no.altinn.events.subscription.ValidationState;
import no.altinn.local.store.SubscriptionRow.StateColumns;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Subscriptions in SQLite. Thread-safe. */
public final class SqliteSubscriptionStore implements SubscriptionStore {
    private static final String INSERT =
            """
            INSERT INTO subscriptions (fingerprint, end_point, resource, source, subject,
                alternative_subject, type, filters, include_subunits, consumer, created,
                validation, attempt, at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (fingerprint) DO NOTHING\
            """;

    private static final Duration SOON = Duration.ofMinutes(1);

    private static final String RELEASE =
            "UPDATE subscriptions SET at = ? WHERE validation = 'pending' AND at > ? AND at <= ?";

    private final SqliteDatabase database;

    /** A store in a database. */
    public SqliteSubscriptionStore(SqliteDatabase database) {
        this.database = database;
    }

    /**
     * Makes due at once each try of a validation that is due within a minute: the message of the
     * process that postponed the try may be lost, and the process has ended.
     *
     * @return how many
     */
    int releaseAll(Instant now) {
        return database.write(
                session ->
                        session.update(
                                RELEASE, Nanos.of(now), Nanos.of(now), Nanos.of(now.plus(SOON))));
    }

    @Override
    public Subscription add(NewSubscription wanted, Instant now) {
        return database.write(
                session -> {
                    insert(session, wanted, now);
                    return find(session, wanted).orElseThrow();
                });
    }

    private static void insert(Session session, NewSubscription wanted, Instant now)
            throws SQLException {
        Filters filters = wanted.filters();
        // The number is given by the database.
        StateColumns columns = StateColumns.of(Subscription.added(0, wanted, now).validation());
        session.update(
                INSERT,
                wanted.fingerprint(),
                wanted.endPoint().map(URI::toString).orElse(""),
                filters.resource(),
                filters.source().map(URI::toString),
                filters.subject(),
                filters.alternativeSubject(),
                filters.type(),
                filters.conditions().map(FilterList::text),
                filters.includeSubunits() ? 1 : 0,
                wanted.consumer(),
                Nanos.of(now),
                columns.validation(),
                columns.attempt(),
                columns.at());
    }

    @Override
    public Optional<Subscription> find(NewSubscription wanted) {
        return database.read(session -> find(session, wanted));
    }

    private static Optional<Subscription> find(Session session, NewSubscription wanted)
            throws SQLException {
        return session.first(
                "SELECT * FROM subscriptions WHERE fingerprint = ?",
                SubscriptionRow::read,
                wanted.fingerprint());
    }

    @Override
    public Optional<Subscription> find(int id) {
        return database.read(session -> find(session, id));
    }

    /** {@inheritDoc} The id is the primary key. */
    @Override
    public Optional<Subscription> find(SubscriptionKey key) {
        return find(key.id());
    }

    private static Optional<Subscription> find(Session session, int id) throws SQLException {
        return session.first("SELECT * FROM subscriptions WHERE id = ?", SubscriptionRow::read, id);
    }

    @Override
    public List<Subscription> ofConsumer(String consumer) {
        return database.read(
                session ->
                        session.list(
                                "SELECT * FROM subscriptions WHERE consumer = ? ORDER BY id",
                                SubscriptionRow::read,
                                consumer));
    }

    /** The index of consumers alone answers it. */
    @Override
    public int count(String consumer) {
        return database.read(
                session ->
                        session.first(
                                        "SELECT COUNT(*) FROM subscriptions WHERE consumer = ?",
                                        row -> row.getInt(1),
                                        consumer)
                                .orElseThrow());
    }

    @Override
    public List<Interest> validatedFor(String resource) {
        return database.read(
                session -> {
                    List<Interest> interests = new ArrayList<>();
                    session.each(
                            "SELECT * FROM subscriptions WHERE resource = ?"
                                    + " AND validation = 'validated' ORDER BY id",
                            row -> {
                                Interest.of(SubscriptionRow.read(row)).ifPresent(interests::add);
                                return true;
                            },
                            resource);
                    return interests;
                });
    }

    @Override
    public boolean moveValidation(int id, ValidationState from, ValidationState to) {
        StateColumns expected = StateColumns.of(from);
        StateColumns next = StateColumns.of(to);
        return database.write(
                session ->
                        session.update(
                                        "UPDATE subscriptions SET validation = ?, attempt = ?,"
                                                + " at = ? WHERE id = ? AND validation IS ?"
                                                + " AND attempt IS ? AND at IS ?",
                                        next.validation(),
                                        next.attempt(),
                                        next.at(),
                                        id,
                                        expected.validation(),
                                        expected.attempt(),
                                        expected.at())
                                > 0);
    }

    @Override
    public Optional<Subscription> setValidation(int id, ValidationState state) {
        StateColumns columns = StateColumns.of(state);
        return database.write(
                session -> {
                    session.update(
                            "UPDATE subscriptions SET validation = ?, attempt = ?, at = ?"
                                    + " WHERE id = ?",
                            columns.validation(),
                            columns.attempt(),
                            columns.at(),
                            id);
                    return find(session, id);
                });
    }

    @Override
    public List<Subscription> validationDueBefore(Instant instant, int limit) {
        return database.read(
                session ->
                        session.list(
                                "SELECT * FROM subscriptions WHERE validation = 'pending'"
                                        + " AND at < ? ORDER BY at LIMIT ?",
                                SubscriptionRow::read,
                                Nanos.of(instant),
                                limit));
    }

    @Override
    public Optional<Subscription> change(SubscriptionKey key, UnaryOperator<Subscription> change) {
        return database.write(
                session -> {
                    Optional<Subscription> before = find(session, key.id());
                    Optional<Subscription> after = before.map(change);
                    if (after.isPresent() && !after.equals(before)) {
                        write(session, after.get());
                    }
                    return after;
                });
    }

    private static void write(Session session, Subscription changed) throws SQLException {
        StateColumns validation = StateColumns.of(changed.validation());
        session.update(
                "UPDATE subscriptions SET validation = ?, attempt = ?, at = ?, serving = ?,"
                        + " probe_at = ? WHERE id = ?",
                validation.validation(),
                validation.attempt(),
                validation.at(),
                ServingJson.write(changed.serving()).toString(),
                changed.serving().probeAt().map(Nanos::of),
                changed.id());
    }

    @Override
    public List<Subscription> after(int id, int limit) {
        return database.read(
                session ->
                        session.list(
                                "SELECT * FROM subscriptions WHERE id > ? ORDER BY id LIMIT ?",
                                SubscriptionRow::read,
                                id,
                                limit));
    }

    @Override
    public List<Subscription> probeDueBefore(Instant instant, int limit) {
        return database.read(
                session ->
                        session.list(
                                "SELECT * FROM subscriptions WHERE probe_at < ?"
                                        + " ORDER BY probe_at LIMIT ?",
                                SubscriptionRow::read,
                                Nanos.of(instant),
                                limit));
    }

    @Override
    public boolean remove(int id) {
        return database.write(
                session -> session.update("DELETE FROM subscriptions WHERE id = ?", id) > 0);
    }
}
