package no.altinn.local.store;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to one database file, each set up for what it does. Immutable. */
record Connections(Path file) {
    private static final int BUSY_MILLIS = 5_000;
    // Negative: KiB. The writer changes pages of every index at random places.
    private static final int WRITER_CACHE = -65_536;
    private static final int READER_CACHE = -8_192;
    private static final long MAPPED_BYTES = 256L << 20;

    /** The connection that writes: each commit is on the disk when it returns. */
    Connection forWriting() throws SQLException {
        SQLiteConfig config = config(WRITER_CACHE);
        config.setSynchronous(SynchronousMode.FULL);
        // Checkpoints.java does it, where no caller waits for it.
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, "0");
        Connection connection = open(config);
        connection.setAutoCommit(false);
        return connection;
    }

    /** A connection that reads; SQLite refuses its writes. */
    Connection forReading() throws SQLException {
        SQLiteConfig config = config(READER_CACHE);
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, Long.toString(MAPPED_BYTES));
        Connection connection = open(config);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = true");
        }
        return connection;
    }

    /** The connection that copies the log into the database file. */
    Connection forCheckpoints() throws SQLException {
        SQLiteConfig config = config(READER_CACHE);
        config.setSynchronous(SynchronousMode.FULL);
        return open(config);
    }

    private static SQLiteConfig config(int cache) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(cache);
        config.setTempStore(TempStore.MEMORY);
        return config;
    }

    private Connection open(SQLiteConfig config) throws SQLException {
        return config.createConnection("jdbc:sqlite:" + file);
    }
}
