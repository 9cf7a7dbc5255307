package no.altinn.local.store;

import no.altinn.platform.client.Unavailable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One SQLite file: one thread writes it in groups, a few connections read it at once. A write that
 * has returned survives the end of the process and of the machine. Thread-safe.
 */
public final class SqliteDatabase implements AutoCloseable {
    private static final int READERS = 4;

    private final GroupCommit writer;
    private final ReadPool readers;
    private final Checkpoints checkpoints;
    private final FileChannel file;

    private SqliteDatabase(Connections connections, FileChannel file) {
        // Fair: otherwise the writer would take it again before a waiting thread.
        Lock writing = new ReentrantLock(true);
        this.writer = new GroupCommit(new Session(connections::forWriting), writing);
        this.readers = new ReadPool(READERS, connections::forReading);
        this.checkpoints = new Checkpoints(new Session(connections::forCheckpoints), writing, file);
        this.file = file;
    }

    /**
     * Opens the database; creates it, and the directories above it, if there is none.
     *
     * @throws Unavailable if the file cannot be opened
     * @throws IllegalStateException if a newer release of this program wrote it
     */
    public static SqliteDatabase open(Path file) {
        Connections connections = new Connections(file);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Connection connection = connections.forWriting()) {
                Schema.upgrade(connection);
            }
            SqliteDatabase database =
                    new SqliteDatabase(
                            connections, FileChannel.open(file, StandardOpenOption.WRITE));
            database.writer.start();
            return database;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new Unavailable("The local database cannot be opened.", e);
        }
    }

    /** Does the work as one unit; durable when it returns. */
    <T> T write(Work<T> work) {
        return writer.write(work);
    }

    /** Does work that changes nothing. Each statement sees every write that has returned. */
    <T> T read(Work<T> work) {
        return readers.read(work);
    }

    /** Finishes the work that is under way and closes the file. */
    @Override
    public void close() {
        writer.close();
        try {
            checkpoints.close();
            readers.close();
            file.close();
        } catch (SQLException | IOException e) {
            throw new Unavailable("The local database cannot be closed.", e);
        }
    }
}
