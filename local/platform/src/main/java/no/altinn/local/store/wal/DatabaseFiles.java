package no.altinn.local.store.wal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A SQLite database with the files that stand beside it.
 *
 * @param database the database itself
 */
public record DatabaseFiles(Path database) {
    /** The write-ahead log. SQLite removes it when the last connection is closed. */
    Path log() {
        return beside("-wal");
    }

    /** The index of the log. */
    Path index() {
        return beside("-shm");
    }

    OpenMarker marker() {
        return new OpenMarker(beside("-open"), beside("-closing"));
    }

    /** Where a log is kept that SQLite does not take, or not all of. */
    Path damagedLog() {
        return beside("-wal.damaged");
    }

    /** Says that the database is open; durable when it returns. */
    public void markOpen() throws IOException {
        marker().put(database);
    }

    /**
     * Closes the database, by which SQLite should remove the log. A process that ends in the middle
     * of this leaves a log that is whole, or needs none, and no marker. If the log stays, so does
     * the marker; on a full disk, where no new marker could be made.
     */
    public void close(Closing closing) throws SQLException, IOException {
        marker().putAside();
        closing.close();
        if (hasLog()) {
            marker().putBack();
        } else {
            marker().remove();
        }
    }

    /** Closes the last connection. */
    @FunctionalInterface
    public interface Closing {
        void close() throws SQLException;
    }

    /** Whether the log holds anything. */
    public boolean hasLog() throws IOException {
        return length(log()) > 0;
    }

    /** Whether the database holds anything. */
    boolean hasDatabase() throws IOException {
        return length(database) > 0;
    }

    private static long length(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private Path beside(String suffix) {
        return database.resolveSibling(database.getFileName() + suffix);
    }
}
