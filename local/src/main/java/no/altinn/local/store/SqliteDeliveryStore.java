package no.altinn.local.store;

import no.altinn.events.store.Attempt;
import no.altinn.events.store.Delivery;
import no.altinn.events.store.DeliveryKey;
import no.altinn.events.store.DeliveryState;
import no.altinn.events.store.DeliveryStore;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Deliveries in SQLite. Thread-safe. */
public final class SqliteDeliveryStore implements DeliveryStore {
    private static final String INSERT =
            """
            INSERT INTO deliveries (subscription_id, id, resource, document, event_id, created,
                status, attempt, at, attempts)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (subscription_id, id) DO NOTHING""";

    private static final String OF_KEY = " WHERE subscription_id = ? AND id = ?";

    private static final String RECORD =
            """
            UPDATE deliveries SET
                status = CASE status WHEN 'delivered' THEN status ELSE ? END,
                attempt = CASE status WHEN 'delivered' THEN attempt ELSE ? END,
                at = CASE status WHEN 'delivered' THEN at ELSE ? END,
                attempts = json_insert(attempts, '$[#]', json(?))"""
                    + OF_KEY;

    private final SqliteDatabase database;

    /** A store in a database. */
    public SqliteDeliveryStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void create(List<Delivery> deliveries) {
        database.write(
                session -> {
                    int created = 0;
                    for (Delivery delivery : deliveries) {
                        created += insert(session, delivery);
                    }
                    return created;
                });
    }

    private static int insert(Session session, Delivery delivery) throws SQLException {
        return session.update(
                INSERT,
                delivery.key().subscriptionId(),
                delivery.key().id(),
                delivery.event().resource(),
                delivery.event().document(),
                delivery.eventId(),
                Nanos.of(delivery.created()),
                DeliveryRow.status(delivery.state()),
                DeliveryRow.attempt(delivery.state()),
                DeliveryRow.at(delivery.state()),
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
    public void record(DeliveryKey key, Attempt attempt, DeliveryState next) {
        database.write(
                session ->
                        session.update(
                                RECORD,
                                DeliveryRow.status(next),
                                DeliveryRow.attempt(next),
                                DeliveryRow.at(next),
                                DeliveryRow.json(attempt),
                                key.subscriptionId(),
                                key.id()));
    }

    @Override
    public boolean move(DeliveryKey key, DeliveryState from, DeliveryState next) {
        return database.write(
                session ->
                        session.update(
                                        "UPDATE deliveries SET status = ?, attempt = ?, at = ?"
                                                + OF_KEY
                                                + " AND status IS ? AND attempt IS ? AND at IS ?",
                                        DeliveryRow.status(next),
                                        DeliveryRow.attempt(next),
                                        DeliveryRow.at(next),
                                        key.subscriptionId(),
                                        key.id(),
                                        DeliveryRow.status(from),
                                        DeliveryRow.attempt(from),
                                        DeliveryRow.at(from))
                                > 0);
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
    public List<Delivery> dead(int subscriptionId, int limit) {
        return database.read(
                session ->
                        session.list(
                                "SELECT * FROM deliveries WHERE status = 'dead'"
                                        + " AND subscription_id = ?"
                                        + " ORDER BY created DESC, number DESC LIMIT ?",
                                DeliveryRow::read,
                                subscriptionId,
                                limit));
    }
}
