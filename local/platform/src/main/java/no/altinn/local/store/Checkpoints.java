package no.altinn.local.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * Copies the write-ahead log into the database file beside the writer, so that no caller waits for
 * it.
 *
 * <p>A log starts over only when all of it has been copied, which never happens during a write. So
 * when the log has grown long, most of it is copied and flushed beside the writer, and only the
 * small rest while the writer pauses.
 */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final int MILLIS_BETWEEN = 500;
    // Of 4 KiB: a log of 64 MiB and more is made to start over.
    private static final int LONG_LOG = 16_384;
    private static final int PATIENCE_SECONDS = 10;

    private final Session session;
    private final Lock writing;
    // Closed after every connection: closing it drops the locks that SQLite holds on the file.
    private final FileChannel file;
    private final ScheduledExecutorService executor =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "sqlite-checkpoints");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final ScheduledFuture<?> runs;
    // The executor's thread alone reads and writes it.
    private boolean isFailing;

    Checkpoints(Session session, Lock writing, FileChannel file) {
        this.session = session;
        this.writing = writing;
        this.file = file;
        this.runs =
                executor.scheduleWithFixedDelay(
                        this::run, MILLIS_BETWEEN, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
    }

    /** Copies as much as it can without a wait, and returns the length of the log. */
    private int copy() throws SQLException {
        return session.first("PRAGMA wal_checkpoint(PASSIVE)", row -> row.getInt("log")).orElse(0);
    }

    private void run() {
        try {
            copyAll();
            if (isFailing) {
                LOG.info("The write-ahead log is copied again.");
            }
            isFailing = false;
        } catch (SQLException | IOException | RuntimeException | Error e) {
            // Whatever it is: what a scheduled task throws ends it for good.
            // A full disk fails twice a second, and the log may be on that disk.
            if (!isFailing) {
                LOG.warn("The write-ahead log cannot be copied; it is tried until it can.", e);
            }
            isFailing = true;
        }
    }

    private void copyAll() throws SQLException, IOException {
        if (copy() < LONG_LOG) {
            return;
        }
        copy();
        // SQLite flushes the file only when it has copied all, which is when the writer waits.
        file.force(false);
        copy();
        writing.lock();
        try {
            copy();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() throws SQLException {
        runs.cancel(false);
        executor.shutdown();
        try {
            if (!executor.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The last copy of the write-ahead log takes long.");
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        session.close();
    }
}
