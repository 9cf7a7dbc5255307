package no.altinn.local.store;

import no.altinn.events.delivery.Attempt;
import no.altinn.events.delivery.Delivery;
import no.altinn.events.delivery.DeliveryKey;
import no.altinn.events.delivery.DeliveryLifecycle;
import no.altinn.events.delivery.DeliveryNotice;
import no.altinn.events.delivery.DeliverySearch;
import no.altinn.events.delivery.DeliveryState;
import no.altinn.events.delivery.DeliveryStatus;
import no.altinn.events.delivery.DeliveryStore;
import no.altinn.local.store.DeliveryRow.StateColumns;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Deliveries in SQLite. Thread-safe. */
public final class SqliteDeliveryStore implements DeliveryStore {
    private static final String INSERT =
            """
            INSERT INTO deliveries (subscription_id, id, resource, document, event_id, type,
                created, status, attempt, at, detail, round, round_before, job, permitted, attempts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (subscription_id, id) DO NOTHING\
            """;

    private static final String OF_KEY = " WHERE subscription_id = ? AND id = ?";

    private static final String ADD_ATTEMPT =
            "UPDATE deliveries SET attempts = json_insert(attempts, '$[#]', json(?))" + OF_KEY;

    private static final String ERASE_ANSWER =
            "UPDATE deliveries SET attempts = json_remove(attempts, ?)" + OF_KEY;

    private static final String MOVE =
            "UPDATE deliveries SET status = ?, attempt = ?, at = ?, detail = ?" + OF_KEY;

    private static final String IN_STATE =
            " AND status IS ? AND attempt IS ? AND at IS ? AND detail IS ?";

    private static final String CONCLUDE =
            "UPDATE deliveries SET status = ?, attempt = ?, at = ?, detail = ?,"
                    + " attempts = json_insert(attempts, '$[#]', json(?))"
                    + OF_KEY
                    + IN_STATE;

    private static final String CHANGE =
            "UPDATE deliveries SET status = ?, attempt = ?, at = ?, detail = ?, round = ?,"
                    + " round_before = ?, job = ?, permitted = ?"
                    + OF_KEY
                    + IN_STATE;

    private static final String RELEASE =
            "UPDATE deliveries SET at = ? WHERE status = 'due' AND at > ? AND at <= ?";

    private final SqliteDatabase database;

    /** A store in a database. */
    public SqliteDeliveryStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public List<Delivery> create(List<Delivery> deliveries) {
        return database.write(
                session -> {
                    List<Delivery> created = new ArrayList<>();
                    for (Delivery delivery : deliveries) {
                        if (insert(session, delivery) > 0) {
                            created.add(delivery);
                        }
                    }
                    return created;
                });
    }

    private static int insert(Session session, Delivery delivery) throws SQLException {
        StateColumns state = StateColumns.of(delivery.state());
        return session.update(
                INSERT,
                delivery.key().subscriptionId(),
                delivery.key().id(),
                delivery.event().resource(),
                delivery.event().document(),
                delivery.eventId(),
                delivery.type(),
                Nanos.of(delivery.created()),
                state.status(),
                state.attempt(),
                state.at(),
                state.detail(),
                delivery.round().number(),
                delivery.round().before(),
                delivery.job(),
                Nanos.of(delivery.permittedAt()),
                DeliveryRow.json(delivery.attempts()));
    }

    @Override
    public Optional<Delivery> find(DeliveryKey key) {
        return database.read(
                session ->
                        session.first(
                                "SELECT * FROM deliveries" + OF_KEY,
                                DeliveryRow::read,
                                key.subscriptionId(),
                                key.id()));
    }

    @Override
    public Optional<Delivery> announced(DeliveryNotice notice) {
        return find(notice.key());
    }

    @Override
    public boolean record(DeliveryKey key, Attempt attempt, DeliveryState next) {
        StateColumns to = StateColumns.of(next);
        return database.write(
                session -> {
                    session.update(
                            ADD_ATTEMPT, DeliveryRow.json(attempt), key.subscriptionId(), key.id());
                    if (attempt.oneTooMany().isPresent()) {
                        session.update(
                                ERASE_ANSWER,
                                "$[%d].response".formatted(attempt.oneTooMany().getAsInt()),
                                key.subscriptionId(),
                                key.id());
                    }
                    return session.update(
                                    MOVE + " AND status = 'due' AND attempt = ?",
                                    to.status(),
                                    to.attempt(),
                                    to.at(),
                                    to.detail(),
                                    key.subscriptionId(),
                                    key.id(),
                                    attempt.number())
                            > 0;
                });
    }

    @Override
    public boolean move(DeliveryKey key, DeliveryState from, DeliveryState next) {
        return moved(MOVE + IN_STATE, next, List.of(), key, from);
    }

    @Override
    public boolean conclude(
            DeliveryKey key, DeliveryState.Locked lock, Attempt attempt, DeliveryState next) {
        return moved(CONCLUDE, next, List.of(DeliveryRow.json(attempt)), key, lock);
    }

    @Override
    public boolean change(Delivery before, Delivery after) {
        List<Object> course =
                List.of(
                        after.round().number(),
                        after.round().before(),
                        after.job(),
                        Nanos.of(after.permittedAt()));
        return moved(CHANGE, after.state(), course, before.key(), before.state());
    }

    /**
     * Whether an update has found the delivery in the state that it must have.
     *
     * @param more what the update sets besides the state
     */
    private boolean moved(
            String update,
            DeliveryState next,
            List<Object> more,
            DeliveryKey key,
            DeliveryState from) {
        List<Object> parameters = new ArrayList<>(StateColumns.of(next).values());
        parameters.addAll(more);
        parameters.addAll(List.of(key.subscriptionId(), key.id()));
        parameters.addAll(StateColumns.of(from).values());
        return database.write(session -> session.update(update, parameters.toArray()) > 0);
    }

    /**
     * Makes due at once what is due within a minute: the process that had claimed or postponed it
     * has ended. An attempt that was to be repeated within that minute comes early.
     *
     * @return how many
     */
    int releaseAll(Instant now) {
        return database.write(
                session ->
                        session.update(
                                RELEASE,
                                Nanos.of(now),
                                Nanos.of(now),
                                Nanos.of(now.plus(DeliveryLifecycle.LONGEST_HOLD))));
    }

    @Override
    public List<Delivery> dueBefore(Instant instant, int limit) {
        return database.read(
                session ->
                        session.list(
                                "SELECT * FROM deliveries WHERE status = 'due' AND at < ?"
                                        + " ORDER BY at LIMIT ?",
                                DeliveryRow::read,
                                Nanos.of(instant),
                                limit));
    }

    @Override
    public void eraseResponses(DeliveryKey key) {
        database.write(
                session -> {
                    Optional<Delivery> found =
                            session.first(
                                    "SELECT * FROM deliveries" + OF_KEY,
                                    DeliveryRow::read,
                                    key.subscriptionId(),
                                    key.id());
                    return found.isEmpty()
                            ? 0
                            : session.update(
                                    "UPDATE deliveries SET attempts = ?" + OF_KEY,
                                    DeliveryRow.json(
                                            found.get().attempts().stream()
                                                    .map(Attempt::withoutResponse)
                                                    .toList()),
                                    key.subscriptionId(),
                                    key.id());
                });
    }

    @Override
    public List<Delivery> search(DeliverySearch search, int limit) {
        DeliveryScan scan = DeliveryScan.of(search, limit);
        return database.read(
                session -> session.list(scan.sql(), DeliveryRow::read, scan.parameters()));
    }

    @Override
    public int count(int subscriptionId, DeliveryStatus status, int most) {
        return database.read(
                session ->
                        session.first(
                                        "SELECT COUNT(*) FROM (SELECT 1 FROM deliveries"
                                                + " WHERE subscription_id = ? AND status = ?"
                                                + DeliveryScan.indexed(Set.of(status))
                                                + " LIMIT ?)",
                                        row -> row.getInt(1),
                                        subscriptionId,
                                        status.label(),
                                        most)
                                .orElseThrow());
    }
}
