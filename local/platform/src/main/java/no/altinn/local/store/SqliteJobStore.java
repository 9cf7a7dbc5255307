package no.altinn.local.store;

import no.altinn.events.job.Job;
import no.altinn.events.job.JobJson;
import no.altinn.events.job.JobKey;
import no.altinn.events.job.JobStatus;
import no.altinn.events.job.JobStore;
import no.altinn.platform.json.Json;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Jobs in SQLite. Thread-safe. */
public final class SqliteJobStore implements JobStore {
    private static final String SELECT = "SELECT subscription_id, id, json FROM jobs ";

    private final SqliteDatabase database;

    /** A store in a database. */
    public SqliteJobStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public boolean add(Job job) {
        return database.write(
                session ->
                        session
                                        .list(
                                                SELECT + "WHERE subscription_id = ? AND status = ?",
                                                SqliteJobStore::read,
                                                job.key().subscriptionId(),
                                                JobStatus.RUNNING.label())
                                        .stream()
                                        .noneMatch(
                                                other ->
                                                        other.task()
                                                                .kind()
                                                                .excludes(job.task().kind()))
                                && session.update(
                                                "INSERT INTO jobs (subscription_id, id, created,"
                                                        + " status, due, json)"
                                                        + " VALUES (?, ?, ?, ?, ?, ?)",
                                                job.key().subscriptionId(),
                                                job.key().id(),
                                                Nanos.of(job.created()),
                                                job.status().label(),
                                                job.due().map(Nanos::of),
                                                JobJson.write(job).toString())
                                        > 0);
    }

    @Override
    public Optional<Job> find(JobKey key) {
        return database.read(
                session ->
                        session.first(
                                SELECT + "WHERE subscription_id = ? AND id = ?",
                                SqliteJobStore::read,
                                key.subscriptionId(),
                                key.id()));
    }

    @Override
    public List<Job> ofSubscription(int subscriptionId, int limit) {
        return database.read(
                session ->
                        session.list(
                                SELECT
                                        + "WHERE subscription_id = ?"
                                        + " ORDER BY created DESC, id DESC LIMIT ?",
                                SqliteJobStore::read,
                                subscriptionId,
                                limit));
    }

    @Override
    public boolean change(Job before, Job after) {
        return database.write(
                session ->
                        session.update(
                                        "UPDATE jobs SET status = ?, due = ?, json = ?"
                                                + " WHERE subscription_id = ? AND id = ?"
                                                + " AND json_extract(json, '$.version') = ?",
                                        after.status().label(),
                                        after.due().map(Nanos::of),
                                        JobJson.write(after).toString(),
                                        before.key().subscriptionId(),
                                        before.key().id(),
                                        before.version())
                                > 0);
    }

    @Override
    public List<Job> dueBefore(Instant instant, int limit) {
        return database.read(
                session ->
                        session.list(
                                SELECT + "WHERE due < ? ORDER BY due LIMIT ?",
                                SqliteJobStore::read,
                                Nanos.of(instant),
                                limit));
    }

    private static Job read(ResultSet row) throws SQLException {
        return JobJson.read(
                new JobKey(row.getInt("subscription_id"), row.getString("id")),
                Json.parse(row.getString("json")));
    }
}
