package no.altinn.local.store;

import no.altinn.events.statistics.Hour;
import no.altinn.events.statistics.StatisticsStore;
import no.altinn.events.statistics.Tally;
import no.altinn.events.statistics.TallyJson;
import no.altinn.platform.json.Json;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Statistics in SQLite, a row for each subscription and hour. Thread-safe. */
public final class SqliteStatisticsStore implements StatisticsStore {
    private static final String SELECT = "SELECT * FROM statistics WHERE subscription_id = ?";

    private final SqliteDatabase database;

    /** A store in a database. */
    public SqliteStatisticsStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void add(int subscriptionId, Hour attempts) {
        long hour = Nanos.of(attempts.start());
        database.write(
                session -> {
                    Tally before =
                            session.first(
                                            SELECT + " AND hour = ?",
                                            SqliteStatisticsStore::hour,
                                            subscriptionId,
                                            hour)
                                    .map(Hour::tally)
                                    .orElse(Tally.NONE);
                    return session.update(
                            "INSERT INTO statistics (subscription_id, hour, json) VALUES (?, ?, ?)"
                                    + " ON CONFLICT (subscription_id, hour)"
                                    + " DO UPDATE SET json = excluded.json",
                            subscriptionId,
                            hour,
                            TallyJson.write(before.plus(attempts.tally())).toString());
                });
    }

    @Override
    public List<Hour> since(int subscriptionId, Instant from) {
        return database.read(
                session ->
                        session.list(
                                SELECT + " AND hour >= ? ORDER BY hour",
                                SqliteStatisticsStore::hour,
                                subscriptionId,
                                Nanos.of(from)));
    }

    private static Hour hour(ResultSet row) throws SQLException {
        return new Hour(
                Nanos.toInstant(row.getLong("hour")),
                TallyJson.read(Json.parse(row.getString("json"))));
    }
}
