package no.altinn.local.store;

import no.altinn.local.files.OwnerOnly;
import no.altinn.local.store.wal.DatabaseFiles;
import no.altinn.local.store.wal.LogCheck;
import no.altinn.local.store.wal.LogLoss;
import no.altinn.platform.client.Unavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One SQLite file: one thread writes it in groups, a few connections read it at once. A write that
 * has returned survives the end of the process and of the machine. Thread-safe.
 */
public final class SqliteDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);
    private static final int READERS = 4;

    private final GroupCommit writer;
    private final ReadPool readers;
    private final Checkpoints checkpoints;
    private final LogKeeper keeper;
    private final FileChannel file;

    private SqliteDatabase(Connections connections, LogKeeper keeper, FileChannel file) {
        // Fair: otherwise the writer would take it again before a waiting thread.
        Lock writing = new ReentrantLock(true);
        this.writer = new GroupCommit(new Session(connections::forWriting), writing);
        this.readers = new ReadPool(READERS, connections::forReading);
        this.checkpoints = new Checkpoints(new Session(connections::forCheckpoints), writing, file);
        this.keeper = keeper;
        this.file = file;
    }

    /**
     * Opens the database; creates it, and the directories above it, if there is none. The log says
     * so if the last process left a database that lacks what had been committed.
     *
     * @throws NotOpened if the file cannot be opened
     * @throws IllegalStateException if a newer release of this program wrote it
     */
    public static SqliteDatabase open(Path file) {
        DatabaseFiles files = new DatabaseFiles(file);
        try {
            Optional<LogLoss> loss = LogCheck.of(files);
            if (loss.isPresent()) {
                tell(loss.get(), files);
            }
            FileChannel channel = create(file);
            try {
                return open(file, channel, files, loss.filter(LogLoss::isSerious).isPresent());
            } catch (SQLException | IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (SQLException e) {
            throw NotOpened.because(e, file);
        } catch (IOException e) {
            throw NotOpened.because(e, file);
        }
    }

    /** SQLite would let every user of the machine read it; the log gets the file's mode. */
    private static FileChannel create(Path file) throws IOException {
        OwnerOnly.createFolder(file.toAbsolutePath().getParent());
        return OwnerOnly.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    private static SqliteDatabase open(
            Path file, FileChannel channel, DatabaseFiles files, boolean isSuspect)
            throws SQLException, IOException {
        Connections connections = new Connections(file);
        LogKeeper keeper = LogKeeper.open(connections, files, isSuspect);
        SqliteDatabase database = new SqliteDatabase(connections, keeper, channel);
        database.writer.start();
        return database;
    }

    private static void tell(LogLoss loss, DatabaseFiles files) throws IOException {
        Path file = files.database();
        boolean isDatabaseNewer =
                loss.hasPart() && Snapshot.withoutLog(file).isBetterThan(Snapshot.withLog(file));
        String text = loss.keep(files, !isDatabaseNewer);
        if (loss.isSerious()) {
            LOG.warn(text);
        } else {
            LOG.info(text);
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
            keeper.close();
            file.close();
        } catch (SQLException | IOException e) {
            throw new Unavailable("The local database cannot be closed.", e);
        }
    }
}
