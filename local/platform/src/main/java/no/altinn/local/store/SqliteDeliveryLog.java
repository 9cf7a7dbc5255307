package no.altinn.local.store;

import no.altinn.events.log.Activity;
import no.altinn.events.log.DeliveryLog;
import no.altinn.events.log.LogEntry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The delivery log in SQLite. Thread-safe. */
public final class SqliteDeliveryLog implements DeliveryLog {
    private static final String INSERT =
            """
            INSERT INTO log (subscription_id, time, activity, event_id, resource, type, consumer,
                end_point, status)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final SqliteDatabase database;

    /** A log in a database. */
    public SqliteDeliveryLog(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void append(LogEntry entry) {
        database.write(
                session ->
                        session.update(
                                INSERT,
                                entry.subscriptionId(),
                                Nanos.of(entry.time()),
                                entry.activity().name(),
                                entry.cloudEventId(),
                                entry.resource(),
                                entry.type(),
                                entry.consumer(),
                                entry.endpoint(),
                                entry.status()));
    }

    @Override
    public List<LogEntry> ofSubscription(int subscriptionId, int limit) {
        return database.read(
                session ->
                        session.list(
                                "SELECT * FROM log WHERE subscription_id = ?"
                                        + " ORDER BY time DESC, number DESC LIMIT ?",
                                SqliteDeliveryLog::entry,
                                subscriptionId,
                                limit));
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                Activity.valueOf(row.getString("activity")),
                Nanos.toInstant(row.getLong("time")),
                row.getString("event_id"),
                row.getString("resource"),
                row.getString("type"),
                row.getInt("subscription_id"),
                row.getString("consumer"),
                row.getString("end_point"),
                row.getInt("status"));
    }
}
