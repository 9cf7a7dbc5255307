package no.altinn.local.store;

import org.sqlite.SQLiteConfig;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What a database holds that no process has open.
 *
 * @param isWhole whether every page is right and fits the others
 * @param rows how many rows were ever added to its tables
 */
record Snapshot(boolean isWhole, long rows) {
    private static final Snapshot NOTHING = new Snapshot(false, 0);

    /** The database with its log, of which nothing is copied into it. */
    static Snapshot withLog(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return of(config, "jdbc:sqlite:" + file);
    }

    /** The database as if it had no log. */
    static Snapshot withoutLog(Path file) {
        return of(
                new SQLiteConfig(),
                "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?immutable=1");
    }

    private static Snapshot of(SQLiteConfig config, String url) {
        try (Connection connection = config.createConnection(url);
                Statement statement = connection.createStatement()) {
            long rows;
            try (var row = statement.executeQuery("SELECT sum(seq) FROM sqlite_sequence")) {
                rows = row.getLong(1);
            }
            return new Snapshot(Schema.damage(statement).isEmpty(), rows);
        } catch (SQLException e) {
            // Damaged so that it cannot even be read.
            return NOTHING;
        }
    }

    /** Whether this is to be used instead of the other. */
    boolean isBetterThan(Snapshot other) {
        return isWhole && (!other.isWhole || rows >= other.rows);
    }
}
