package no.altinn.local.store;

import no.altinn.rest.record.Table;
import no.altinn.rest.record.Tables;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The tables, in versions: what a release has shipped is never changed, only added to. */
final class Schema {
    private static final List<String> VERSIONS =
            List.of(
                    """
                    -- The order of seq is the order of registration, because one thread writes.
                    -- source is in lower case, for patterns; the text as it was is in json, which
                    -- comes last so that searches need not read it.
                    CREATE TABLE events (
                        seq INTEGER PRIMARY KEY AUTOINCREMENT,
                        document TEXT NOT NULL,
                        resource TEXT NOT NULL,
                        event_id TEXT NOT NULL,
                        app INTEGER NOT NULL,
                        subject TEXT,
                        alternative_subject TEXT,
                        type TEXT NOT NULL,
                        time INTEGER,
                        source TEXT NOT NULL,
                        registered INTEGER NOT NULL,
                        json TEXT NOT NULL
                    );
                    -- Every index ends with seq by itself.
                    CREATE UNIQUE INDEX events_document ON events (document, resource);
                    CREATE INDEX events_resource ON events (resource);
                    CREATE INDEX events_app_subject ON events (subject) WHERE app = 1;
                    CREATE INDEX events_event_id ON events (event_id, resource);

                    CREATE TABLE subscriptions (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        fingerprint TEXT NOT NULL UNIQUE,
                        end_point TEXT NOT NULL,
                        resource TEXT NOT NULL,
                        source TEXT,
                        subject TEXT,
                        alternative_subject TEXT,
                        type TEXT,
                        include_subunits INTEGER NOT NULL,
                        consumer TEXT NOT NULL,
                        created INTEGER NOT NULL,
                        validation TEXT NOT NULL,
                        attempt INTEGER,
                        at INTEGER
                    );
                    CREATE INDEX subscriptions_resource ON subscriptions (resource);
                    CREATE INDEX subscriptions_consumer ON subscriptions (consumer);
                    CREATE INDEX subscriptions_pending ON subscriptions (at)
                        WHERE validation = 'pending';

                    CREATE TABLE deliveries (
                        number INTEGER PRIMARY KEY AUTOINCREMENT,
                        subscription_id INTEGER NOT NULL,
                        id TEXT NOT NULL,
                        resource TEXT NOT NULL,
                        document TEXT NOT NULL,
                        event_id TEXT NOT NULL,
                        created INTEGER NOT NULL,
                        status TEXT NOT NULL,
                        attempt INTEGER,
                        at INTEGER NOT NULL,
                        attempts TEXT NOT NULL
                    );
                    CREATE UNIQUE INDEX deliveries_key ON deliveries (subscription_id, id);
                    CREATE INDEX deliveries_due ON deliveries (at) WHERE status = 'due';
                    CREATE INDEX deliveries_dead ON deliveries (subscription_id, created)
                        WHERE status = 'dead';

                    CREATE TABLE log (
                        number INTEGER PRIMARY KEY AUTOINCREMENT,
                        subscription_id INTEGER NOT NULL,
                        time INTEGER NOT NULL,
                        activity TEXT NOT NULL,
                        event_id TEXT NOT NULL,
                        resource TEXT NOT NULL,
                        type TEXT NOT NULL,
                        consumer TEXT NOT NULL,
                        end_point TEXT NOT NULL,
                        status INTEGER NOT NULL
                    );
                    CREATE INDEX log_subscription ON log (subscription_id, time);

                    CREATE TABLE messages (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        queue TEXT NOT NULL,
                        text TEXT NOT NULL,
                        inserted INTEGER NOT NULL,
                        visible INTEGER NOT NULL,
                        dequeue_count INTEGER NOT NULL,
                        pop_receipt TEXT
                    );
                    CREATE INDEX messages_visible ON messages (queue, visible);

                    CREATE TABLE checkpoints (
                        consumer TEXT PRIMARY KEY,
                        position INTEGER NOT NULL
                    );
                    """,
                    """
                    -- The tables of entries are made to fit their definitions at each opening.
                    CREATE TABLE entry_positions (position INTEGER NOT NULL);
                    INSERT INTO entry_positions (position) VALUES (0);
                    """,
                    """
                    -- serving: how a subscription is served, as JSON; probe_at: when its endpoint
                    -- is to be tried, if it is left alone. end_point is empty where the consumer
                    -- fetches the events.
                    ALTER TABLE subscriptions ADD COLUMN filters TEXT;
                    ALTER TABLE subscriptions ADD COLUMN serving TEXT NOT NULL DEFAULT '{}';
                    ALTER TABLE subscriptions ADD COLUMN probe_at INTEGER;
                    CREATE INDEX subscriptions_probe ON subscriptions (probe_at)
                        WHERE probe_at IS NOT NULL;

                    -- detail: an attempt's trigger, a lock's token, or why it was cancelled.
                    ALTER TABLE deliveries ADD COLUMN type TEXT NOT NULL DEFAULT '';
                    ALTER TABLE deliveries ADD COLUMN detail TEXT;
                    ALTER TABLE deliveries ADD COLUMN round INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE deliveries ADD COLUMN round_before INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE deliveries ADD COLUMN job TEXT NOT NULL DEFAULT '';
                    ALTER TABLE deliveries ADD COLUMN permitted INTEGER;
                    DROP INDEX deliveries_dead;
                    CREATE INDEX deliveries_created
                        ON deliveries (subscription_id, created, id);
                    CREATE INDEX deliveries_status
                        ON deliveries (subscription_id, status, created, id)
                        WHERE status NOT IN ('due', 'delivered');

                    CREATE TABLE jobs (
                        subscription_id INTEGER NOT NULL,
                        id TEXT NOT NULL,
                        created INTEGER NOT NULL,
                        status TEXT NOT NULL,
                        due INTEGER,
                        json TEXT NOT NULL,
                        PRIMARY KEY (subscription_id, id)
                    );
                    CREATE INDEX jobs_due ON jobs (due) WHERE due IS NOT NULL;
                    CREATE INDEX jobs_created ON jobs (created);

                    CREATE TABLE statistics (
                        subscription_id INTEGER NOT NULL,
                        hour INTEGER NOT NULL,
                        json TEXT NOT NULL,
                        PRIMARY KEY (subscription_id, hour)
                    );
                    CREATE INDEX statistics_hour ON statistics (hour);

                    CREATE TABLE keys (
                        name TEXT PRIMARY KEY,
                        revision INTEGER NOT NULL,
                        text TEXT NOT NULL
                    ) WITHOUT ROWID;

                    -- next: the first free slot, in nanoseconds since 1970.
                    CREATE TABLE rates (
                        subscription_id INTEGER PRIMARY KEY,
                        next INTEGER NOT NULL
                    );
                    """,
                    """
                    -- Whether the event has lost its data, and is no more to be pushed.
                    ALTER TABLE events ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;
                    """,
                    """
                    -- Has the few that wait to be pushed, so that a search for them does not look
                    -- at all those that were.
                    CREATE INDEX deliveries_waiting
                        ON deliveries (subscription_id, created, id) WHERE status = 'due';
                    """);

    private Schema() {}

    /**
     * Looks at every page of the database, and at whether its indexes fit its tables.
     *
     * @throws SQLException with SQLite's code for a damaged database, if anything is wrong
     */
    static void check(Connection connection) throws SQLException {
        Optional<String> damage;
        try (Statement statement = connection.createStatement()) {
            damage = damage(statement);
        }
        // It has only read; but the next statement should see the newest state.
        connection.rollback();
        if (damage.isPresent()) {
            throw new SQLiteException(damage.get(), SQLiteErrorCode.SQLITE_CORRUPT);
        }
    }

    /** The first thing that is wrong with the pages of a database. */
    static Optional<String> damage(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
            return Optional.of(row.getString(1)).filter(found -> !found.equals("ok"));
        }
    }

    /**
     * Brings the database to the newest version, in one transaction.
     *
     * @throws IllegalStateException if it is of a version that is not known here
     */
    static void upgrade(Connection connection) throws SQLException {
        upgrade(connection, VERSIONS.size());
    }

    /** The same up to an earlier version, as a test needs it. */
    static void upgrade(Connection connection, int to) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version;
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                version = row.getInt(1);
            }
            if (version > VERSIONS.size()) {
                throw new IllegalStateException(
                        ("The database is of version %d, this release knows version %d and older:"
                                        + " start the release that wrote it, or name another folder"
                                        + " with --data.")
                                .formatted(version, VERSIONS.size()));
            }
            for (String changes : VERSIONS.subList(version, to)) {
                statement.executeUpdate(changes);
            }
            for (Table table : Tables.ALL) {
                new EntryTable(table).createMissing(statement);
            }
            statement.executeUpdate("PRAGMA user_version = " + to);
            connection.commit();
        }
    }
}
