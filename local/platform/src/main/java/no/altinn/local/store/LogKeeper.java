package no.altinn.local.store;

import no.altinn.local.store.wal.DatabaseFiles;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The connection that is opened first and closed last. While it is open, SQLite does not remove the
 * write-ahead log, and a marker says that the log is needed.
 */
final class LogKeeper implements AutoCloseable {
    private final Connection connection;
    private final DatabaseFiles files;

    private LogKeeper(Connection connection, DatabaseFiles files) {
        this.connection = connection;
        this.files = files;
    }

    /**
     * Brings the database to the newest version.
     *
     * @param isSuspect whether to look first at every page
     */
    static LogKeeper open(Connections connections, DatabaseFiles files, boolean isSuspect)
            throws SQLException, IOException {
        LogKeeper keeper = new LogKeeper(connections.forWriting(), files);
        try {
            if (isSuspect) {
                Schema.check(keeper.connection);
            }
            Schema.upgrade(keeper.connection);
            // Not before the first commit, with which the log came onto the disk.
            files.markOpen();
            return keeper;
        } catch (SQLException | IOException | RuntimeException e) {
            keeper.connection.close();
            throw e;
        }
    }

    /** Lets SQLite copy the log into the database. Nothing may be written any more. */
    @Override
    public void close() throws SQLException, IOException {
        files.close(connection::close);
    }
}
