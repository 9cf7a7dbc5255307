package no.altinn.local.store;

import no.altinn.events.signing.KeyRecord;
import no.altinn.events.signing.KeyRecords;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What is kept about keys, in SQLite. Thread-safe. */
public final class SqliteKeyRecords implements KeyRecords {
    private final SqliteDatabase database;

    /** Records in a database. */
    public SqliteKeyRecords(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public Optional<KeyRecord> find(String name) {
        return database.read(
                session ->
                        session.first(
                                "SELECT * FROM keys WHERE name = ?",
                                SqliteKeyRecords::record,
                                name));
    }

    private static KeyRecord record(ResultSet row) throws SQLException {
        return new KeyRecord(row.getString("name"), row.getInt("revision"), row.getString("text"));
    }

    @Override
    public boolean write(KeyRecord next) {
        return database.write(
                        session ->
                                next.revision() == 1 ? add(session, next) : replace(session, next))
                == 1;
    }

    private static int add(Session session, KeyRecord first) throws SQLException {
        return session.update(
                "INSERT INTO keys (name, revision, text) VALUES (?, ?, ?)"
                        + " ON CONFLICT (name) DO NOTHING",
                first.name(),
                first.revision(),
                first.text());
    }

    private static int replace(Session session, KeyRecord next) throws SQLException {
        return session.update(
                "UPDATE keys SET revision = ?, text = ? WHERE name = ? AND revision = ?",
                next.revision(),
                next.text(),
                next.name(),
                next.revision() - 1);
    }

    @Override
    public void remove(String name) {
        database.write(session -> session.update("DELETE FROM keys WHERE name = ?", name));
    }
}
